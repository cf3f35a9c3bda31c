namespace Deck.Models.Engine.Compilation.UnitTests;

/// <summary>A column of a unit test's rows.</summary>
/// <param name="Type">As SQL writes it, or null where nobody knows: then the values decide.</param>
internal sealed record FixtureColumn(string Name, string? Type);
