using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Planning.Statements;
using Deck.Models.Engine.Reporting;
using Deck.Models.Text;

namespace Deck.Models.Engine.Execution;

/// <summary>Reads the answer to a node's steps.</summary>
internal static class StepOutcome
{
    /// <summary>Success with the server's tag as message, as dbt's adapter responds; or the error at the model's own line.</summary>
    public static NodeOutcome Of(StepAnswer answer, CompiledModel model) => answer switch
    {
        { Error: { } error } => NodeOutcome.Failed([.. answer.Diagnostics, Describe(error, model, answer)]),
        { IsOk: false } => NodeOutcome.Failed(answer.Diagnostics),
        _ => new NodeOutcome(NodeStatus.Success)
        {
            Message = answer.Tag ?? "OK",
            Rows = answer.Rows,
            Response = answer.Tag is { } tag ? AdapterResponse.OfTag(tag, answer.Rows) : null,
            Diagnostics = answer.Diagnostics,
        },
    };

    public static AdapterResponse? ResponseOf(QueryResult? result) => result is null ? null : AdapterResponse.OfTag(result.CommandTag, result.RowsAffected);

    public static Diagnostic Describe(DatabaseError error, CompiledModel model, StepAnswer answer) => error.LostProcess is not null
        ? DescribeLoss(error, model)
        : error.SqlState == ReplaceStatement.CannotRebuild
        ? Diagnostic.Error(ExecutionCodes.DependentInTheWay, error.Message.Trim().TrimEnd('.'), model.Node.Location)
            .WithHint(error.Detail)
            .WithHint("nothing was changed: drop or alter what depends on the relation, or let its columns stay")
        : DatabaseDiagnostics.Describe(error, model, answer.Failed?.ModelOffset);

    private static Diagnostic DescribeLoss(DatabaseError error, CompiledModel model) =>
        Diagnostic.Error(ExecutionCodes.ConnectionFailed, DatabaseDiagnostics.SentenceOf(error), model.Node.Location)
            .WithHints(error)
            .WithHint(error.Undecided is null
                ? $"what `{model.Node.Name}` had begun was rolled back: `deckmodel retry` goes on from there"
                : $"whether the server still did what `{model.Node.Name}` asked for is not known: look before you run it again");
}
