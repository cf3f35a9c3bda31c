namespace Deck.Models.Engine.Resolution.UnitTests;

/// <summary>One input of a unit test.</summary>
/// <param name="Reference">The text as written.</param>
/// <param name="Declaration">What the text refers to; empty for `this`.</param>
internal sealed record UnitTestGiven(string Reference, ModelDeclaration Declaration, UnitTestRows Rows);
