using System.Collections.Immutable;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Resolution.UnitTests;

/// <summary>A unit test's rows, read; its inputs not resolved yet.</summary>
/// <param name="Given">Each input with what its reference calls: a `ref`, a `source`, or nothing for `this`.</param>
internal sealed record UnitTestContent(ImmutableArray<UnitTestGiven> Given, UnitTestRows Expect, DictValue Overrides);
