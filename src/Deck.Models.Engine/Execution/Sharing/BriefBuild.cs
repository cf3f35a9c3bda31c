using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Planning.Materializations;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Execution.Sharing;

/// <summary>A node that is compiled and planned for an exchange with others.</summary>
/// <param name="Plan">Has a <see cref="MaterializationPlan.Brief"/>.</param>
/// <param name="Took">What compiling and planning took.</param>
internal sealed record BriefBuild(NodeCompilation Compilation, CompiledModel Model, MaterializationPlan Plan, AnnotatedBatch Sent, TimeSpan Took)
{
    public Node Node => Model.Node;
}
