using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Caching.Format;

/// <summary>What a text refers to, by the function that it calls for it.</summary>
internal sealed record TextCalls(ImmutableArray<RefCall> Refs, ImmutableArray<SourceCall> Sources, ImmutableArray<MetricCall> Metrics, ImmutableArray<FunctionCall> Functions);
