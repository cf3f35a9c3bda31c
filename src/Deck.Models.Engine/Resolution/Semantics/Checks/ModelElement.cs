using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>An entity, a dimension or a measure, for checks that treat them alike.</summary>
/// <param name="Kind">`measure`, `entity` or `dimension`.</param>
internal sealed record ModelElement(string Kind, string Name, string? Label, Location Location)
{
    /// <summary>Measures, entities, dimensions.</summary>
    public static IEnumerable<ModelElement> Of(SemanticModelDefinition model) =>
    [
        .. model.Measures.Select(m => new ModelElement("measure", m.Name, m.Label, m.Location)),
        .. model.Entities.Select(e => new ModelElement("entity", e.Name, e.Label, e.Location)),
        .. model.Dimensions.Select(d => new ModelElement("dimension", d.Name, d.Label, d.Location)),
    ];
}
