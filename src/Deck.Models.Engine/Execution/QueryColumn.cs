namespace Deck.Models.Engine.Execution;

/// <summary>A column of a result.</summary>
/// <param name="Name">As the server names it; not necessarily unique.</param>
/// <param name="TypeName">`pg_type.typname`-style name, such as `int4`, `timestamptz`, `_text`.</param>
public sealed record QueryColumn(string Name, string TypeName);
