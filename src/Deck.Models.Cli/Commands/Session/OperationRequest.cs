using Deck.Models.Cli.Commands.Options;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Cli.Commands.Session;

/// <summary>What `run-operation` was asked for.</summary>
/// <param name="Macro">Its name, with its package's before a dot where it is another's; null where a statement is given.</param>
/// <param name="Arguments">A YAML mapping, or null.</param>
/// <param name="Sql">A templated statement, or null.</param>
internal sealed record OperationRequest(string? Macro, string? Arguments, string? Sql)
{
    private const string SqlKey = "sql";

    private const string MacroKey = "macro";

    private const string ArgumentsKey = "args";

    /// <summary>The request that the results of an operation tell of, or null where they are those of another command.</summary>
    public static OperationRequest? Of(IReadOnlyDictionary<string, string> flags) =>
        flags.GetValueOrDefault(MacroKey) is { } macro ? new OperationRequest(macro, flags.GetValueOrDefault(ArgumentsKey), null)
        : flags.GetValueOrDefault(SqlKey) is { } sql ? new OperationRequest(null, null, sql)
        : null;

    /// <summary>As in dbt, a macro or a statement, and arguments for a macro only.</summary>
    public Diagnostic? Mistake => this switch
    {
        { Macro: null, Sql: null } => Usage("`run-operation` takes the name of a MACRO, or `--sql`"),
        { Macro: not null, Sql: not null } => Usage("`run-operation` takes a macro or `--sql`, not both"),
        { Sql: not null, Arguments: not null } => Usage("`--args` are for a macro; write them into the statement"),
        _ => null,
    };

    /// <summary>Lets templates and run_results.json see the request, by dbt's names.</summary>
    public GlobalOptions Tell(GlobalOptions options, CommandLineVars arguments)
    {
        options.Flags.Tell(Macro is null ? SqlKey : MacroKey, Value.Of(Macro ?? Sql));
        options.Flags.Tell(ArgumentsKey, new DictValue(arguments.Values));
        return options;
    }

    private static Diagnostic Usage(string message) => Diagnostic.Error(CliCodes.BadUsage, message).WithHint("`deckmodel run-operation --help` lists what it takes");
}
