using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli;

/// <summary>Takes `--quiet run` for `run --quiet`: dbt has its global flags before the command as well as behind it.</summary>
internal static class ArgumentOrder
{
    /// <summary>The command's words first; the flags that stood before them follow.</summary>
    public static IReadOnlyList<string> CommandFirst(string[] args, CommandLineApplication app)
    {
        HashSet<string> valued = [.. app.Commands.SelectMany(c => c.GetOptions()).Where(o => o.OptionType != CommandOptionType.NoValue).SelectMany(NamesOf)];
        int command = 0;
        while (command < args.Length && args[command].StartsWith('-'))
        {
            command += valued.Contains(args[command]) ? 2 : 1;
        }

        if (command == 0 || command >= args.Length)
        {
            return args;
        }

        int rest = command;
        while (rest < args.Length && !args[rest].StartsWith('-'))
        {
            rest++;
        }

        return [.. args[command..rest], .. args[..command], .. args[rest..]];
    }

    private static IEnumerable<string> NamesOf(CommandOption option) =>
        new[] { option.LongName is { Length: > 0 } name ? $"--{name}" : null, option.ShortName is { Length: > 0 } letter ? $"-{letter}" : null }.OfType<string>();
}
