using System.Collections.Immutable;
using Deck.Models.Templating.Values;
using Deck.Models.Text;
using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli.Commands.Options;

/// <summary>Reads flags by dbt's order: the command line, then the environment (DBT_ENGINE_X, DBT_X, DECKMODEL_X), then `flags:` of the project file, then a default.</summary>
internal sealed class FlagReader(CommandLineApplication command, CliHost host)
{
    private static readonly string[] Prefixes = ["DBT_ENGINE_", "DBT_", "DECKMODEL_"];

    private readonly Dictionary<string, CommandOption> positives = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CommandOption> negatives = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CommandOption> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> fallbacks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OptionRule> rules = new(StringComparer.Ordinal);

    /// <summary>What else templates see in `flags` and run_results.json has in `args`.</summary>
    public ImmutableDictionary<string, Value> Told { get; private set; } = ImmutableDictionary<string, Value>.Empty;

    /// <param name="name">dbt's name.</param>
    public void Tell(string name, Value value) => Told = Told.SetItem(name, value);

    /// <summary>Options with a value that were given, by dbt's names.</summary>
    public IEnumerable<KeyValuePair<string, string>> Given => values.Select(v => (v.Key, Text: Text(v.Value, v.Key))).Where(v => v.Text is not null).Select(v => KeyValuePair.Create(v.Key, v.Text ?? ""));

    /// <summary>Adds values that count where neither the command line nor the environment gives one; those added first win.</summary>
    public void FallBackOn(IEnumerable<KeyValuePair<string, string>> values)
    {
        foreach ((string name, string value) in values)
        {
            fallbacks.TryAdd(name, value);
        }
    }

    /// <summary>Accepts flags of dbt's that have no effect here: there is nothing for them to switch.</summary>
    public void Accept(CommandOptionType type, params ReadOnlySpan<string> templates)
    {
        foreach (string template in templates)
        {
            AcceptedFlags.Accept(command, template, type);
        }
    }

    /// <summary>Declares an on/off flag.</summary>
    /// <param name="name">dbt's name, such as `full_refresh`.</param>
    public void Declare(string name, string template, string description, bool negatable = false)
    {
        positives[name] = command.Option(template, description, CommandOptionType.NoValue);
        rules[name] = OptionRule.YesOrNo;
        if (negatable)
        {
            CommandOption negative = command.Option("--no-" + name.Replace('_', '-'), "The opposite.", CommandOptionType.NoValue);
            negative.ShowInHelpText = false;
            negatives[name] = negative;
        }
    }

    /// <summary>Declares an option with a value that must fit a rule.</summary>
    /// <param name="name">dbt's name, such as `log_format`.</param>
    public CommandOption Declare(string name, string template, string description, OptionRule rule)
    {
        rules[name] = rule;
        return values[name] = command.Option(template, description, CommandOptionType.SingleValue).Of(rule);
    }

    /// <summary>Values of the environment and the project file that do not fit; the command line's are checked when it is read.</summary>
    public IEnumerable<Diagnostic> FindMistakes() => rules
        .Select(r => (Rule: r.Value, Found: Unwritten(r.Key)))
        .Where(r => r.Found is { } found && !r.Rule.Fits(found.Text))
        .Select(r => Diagnostic.Error(CliCodes.BadFlagValue, $"{r.Found?.Where} takes {r.Rule.Takes}, not `{r.Found?.Text}`"));

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

        return Unwritten(name) is { } found ? OptionRule.IsYes(found.Text) : null;
    }

    /// <summary>A declared option's moment, or null where nobody gave one.</summary>
    public DateTimeOffset? Moment(string name) =>
        values.TryGetValue(name, out CommandOption? option) && Text(option, name) is { } text && OptionRule.TryRead(text, out DateTimeOffset moment) ? moment : null;

    /// <summary>The text of an option that may have been declared, or null.</summary>
    public string? Declared(string name) => values.TryGetValue(name, out CommandOption? option) ? Text(option, name) : null;

    public string? Text(CommandOption option, string name) => option.HasValue() ? option.Value() : Unwritten(name)?.Text;

    /// <summary>A value's text, named after the place where it was given, for values with a grammar of their own.</summary>
    public SourceText? Source(CommandOption option, string name) =>
        option.Value() is { } written ? new SourceText($"--{option.LongName}", written)
        : Unwritten(name) is { } found ? new SourceText(found.Where.Replace("`", ""), found.Text)
        : null;

    private (string Where, string Text)? Unwritten(string name)
    {
        string upper = name.ToUpperInvariant();
        foreach (string prefix in Prefixes)
        {
            if (host.Environment.TryGetValue(prefix + upper, out string? value) && value.Length > 0)
            {
                return ($"the variable `{prefix}{upper}`", value);
            }
        }

        return fallbacks.TryGetValue(name, out string? fallback) ? ($"the flag `{name}` of the project file", fallback) : null;
    }
}
