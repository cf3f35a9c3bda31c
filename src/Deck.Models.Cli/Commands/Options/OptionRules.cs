using System.ComponentModel.DataAnnotations;
using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli.Commands.Options;

/// <summary>Checks options and arguments on the command line by their rules.</summary>
internal static class OptionRules
{
    /// <summary>A mistake names the option as the user writes it.</summary>
    public static CommandOption Of(this CommandOption option, OptionRule rule)
    {
        option.OnValidate(_ => option.Value() is { } text && !rule.Fits(text)
            ? new ValidationResult($"`--{option.LongName}` takes {rule.Takes}, not `{text}`")
            : ValidationResult.Success);
        return option;
    }

    /// <summary>An argument that must be there; the library's own rule makes its attribute by reflection, which a native build cannot.</summary>
    public static CommandArgument OrElse(this CommandArgument argument, string mistake)
    {
        argument.OnValidate(_ => string.IsNullOrWhiteSpace(argument.Value) ? new ValidationResult(mistake) : ValidationResult.Success);
        return argument;
    }
}
