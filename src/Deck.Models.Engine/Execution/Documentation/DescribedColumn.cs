namespace Deck.Models.Engine.Execution.Documentation;

/// <summary>A column as the server has it.</summary>
/// <param name="Index">Its number in the relation, from 1; columns that were dropped leave gaps.</param>
/// <param name="Type">The type with its modifiers, such as `numeric(10,2)`.</param>
public sealed record DescribedColumn(string Name, int Index, string Type, string? Comment);
