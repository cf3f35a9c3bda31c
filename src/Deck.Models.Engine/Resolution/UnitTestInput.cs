namespace Deck.Models.Engine.Resolution;

/// <summary>One given input of a unit test.</summary>
/// <param name="Reference">The text as written, such as `ref('a')`, `source('s', 't')` or `this`.</param>
/// <param name="Target">The node that it stands for; null for `this`.</param>
public sealed record UnitTestInput(string Reference, NodeId? Target, UnitTestRows Rows);
