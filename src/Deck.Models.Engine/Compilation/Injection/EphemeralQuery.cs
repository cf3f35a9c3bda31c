using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Rendering;

namespace Deck.Models.Engine.Compilation.Injection;

/// <summary>An ephemeral model, rendered.</summary>
/// <param name="Query">Its own query, without those of the ephemeral models it refers to.</param>
/// <param name="References">The ephemeral models that it refers to, in the order met.</param>
internal sealed record EphemeralQuery(ModelNode Model, RenderedText Query, ImmutableArray<ModelNode> References);
