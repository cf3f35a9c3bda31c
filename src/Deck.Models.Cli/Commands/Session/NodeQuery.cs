using Deck.Models.Cli.Console.Results;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Cli.Commands.Session;

/// <summary>Runs what a node asks: the statements of its compiled text, or for a seed its table.</summary>
internal static class NodeQuery
{
    /// <param name="limit">Rows of a query at most; null for all.</param>
    public static async Task<Checked<ShownNode>> RunAsync(Node node, CompilationScope scope, int? limit)
    {
        if (scope.Introspection is not IDatabaseSession session)
        {
            throw new ArgumentException("a query needs a connection", nameof(scope));
        }

        session.Annotate(QueryCommentCompiler.Compile(node, scope.Session).Value ?? QueryComment.None);
        Checked<CompiledModel> compiled = node is SeedNode
            ? Check.Ok(new CompiledModel(node, $"select * from {node.Relation}", SourceMap.Empty, [], PostHooks.None))
            : ModelCompiler.Compile(node, scope);
        if (!compiled.Succeeded(out CompiledModel? model))
        {
            return Check.Failed<ShownNode>(compiled.Diagnostics);
        }

        Checked<IReadOnlyList<ShownStatement>> shown = await ShowRunner.RunAsync(model, limit, session, scope.Cancellation);
        // A comment above an analysis' statement is its heading; above a model's query it is a comment.
        IEnumerable<ShownResult> results = (shown.Value ?? []).Select(s => new ShownResult(node is AnalysisNode ? s.Heading : null, s.Result, limit is { } most && s.Result.Rows.Count >= most));
        return Check.Ok(new ShownNode([.. results]), [.. compiled.Diagnostics, .. shown.Diagnostics]);
    }
}
