namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>A model that is a time spine.</summary>
/// <param name="Granularity">That of its standard column.</param>
internal sealed record TimeSpineModel(ModelNode Model, TimeSpine Spine, string Granularity);
