using Deck.Models.Cli.Commands.Options;
using Deck.Models.Templating.Values;

namespace Deck.Models.Cli.Commands.Session;

/// <summary>What `run-operation` was asked for.</summary>
/// <param name="Macro">Its name, with its package's before a dot where it is another's.</param>
/// <param name="Arguments">A YAML mapping, or null.</param>
internal sealed record OperationRequest(string Macro, string? Arguments)
{
    private const string MacroKey = "macro";

    private const string ArgumentsKey = "args";

    /// <summary>The request that the results of an operation tell of, or null where they are those of another command.</summary>
    public static OperationRequest? Of(IReadOnlyDictionary<string, string> flags) =>
        flags.TryGetValue(MacroKey, out string? macro) ? new OperationRequest(macro, flags.GetValueOrDefault(ArgumentsKey)) : null;

    /// <summary>Lets templates and run_results.json see the request, by dbt's names.</summary>
    public GlobalOptions Tell(GlobalOptions options, CommandLineVars arguments)
    {
        options.Flags.Tell(MacroKey, Value.Of(Macro));
        options.Flags.Tell(ArgumentsKey, new DictValue(arguments.Values));
        return options;
    }
}
