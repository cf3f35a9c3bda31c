using System.Collections.Immutable;
using Deck.Models.Engine.Resolution.Tests;

namespace Deck.Models.Engine.Resolution;

/// <summary>The draft of a table of a source, with the tests declared on it.</summary>
internal sealed record SourceDraft(NodeDraft Node, ImmutableArray<DeclaredTest> Tests);
