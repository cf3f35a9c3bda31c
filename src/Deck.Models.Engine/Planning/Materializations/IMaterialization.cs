using Deck.Models.Engine.Compilation;
using Deck.Models.Text;

namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>Turns a compiled model into the statements that build its relation: a pure function.</summary>
public interface IMaterialization
{
    /// <param name="existing">What stands under the model's name now, or null.</param>
    Checked<MaterializationPlan> Plan(CompiledModel compiled, ExistingRelation? existing, MaterializationOptions options);
}
