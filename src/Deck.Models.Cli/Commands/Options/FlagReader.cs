using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli.Commands.Options;

/// <summary>Reads flags by dbt's order: the command line, then the environment (DBT_ENGINE_X, DBT_X, DECKMODEL_X), then a default.</summary>
/// <remarks>`flags:` of the project file comes last of the three; the caller passes it as the default once the file is read.</remarks>
internal sealed class FlagReader(CommandLineApplication command, CliHost host)
{
    private static readonly string[] Prefixes = ["DBT_ENGINE_", "DBT_", "DECKMODEL_"];

    private readonly Dictionary<string, CommandOption> positives = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CommandOption> negatives = new(StringComparer.Ordinal);

    /// <summary>Declares an on/off flag.</summary>
    /// <param name="name">dbt's name, such as `full_refresh`.</param>
    public void Declare(string name, string template, string description, bool negatable = false)
    {
        positives[name] = command.Option(template, description, CommandOptionType.NoValue);
        if (negatable)
        {
            CommandOption negative = command.Option("--no-" + name.Replace('_', '-'), "The opposite.", CommandOptionType.NoValue);
            negative.ShowInHelpText = false;
            negatives[name] = negative;
        }
    }

    public bool IsOn(string name, bool otherwise = false) => State(name) ?? otherwise;

    /// <summary>On, off, or null where nobody said.</summary>
    public bool? State(string name)
    {
        if (positives.TryGetValue(name, out CommandOption? on) && on.HasValue())
        {
            return true;
        }

        if (negatives.TryGetValue(name, out CommandOption? off) && off.HasValue())
        {
            return false;
        }

        return FromEnvironment(name) is { } text ? IsTrue(text) : null;
    }

    public string? Text(CommandOption option, string name) => option.HasValue() ? option.Value() : FromEnvironment(name);

    private string? FromEnvironment(string name)
    {
        string upper = name.ToUpperInvariant();
        foreach (string prefix in Prefixes)
        {
            if (host.Environment.TryGetValue(prefix + upper, out string? value) && value.Length > 0)
            {
                return value;
            }
        }

        return null;
    }

    private static bool IsTrue(string text) => text.ToLowerInvariant() is "1" or "true" or "t" or "yes" or "y" or "on";
}
