using System.ComponentModel.DataAnnotations;
using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli.Commands.Options;

/// <summary>Checks options on the command line by their rules.</summary>
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
}
