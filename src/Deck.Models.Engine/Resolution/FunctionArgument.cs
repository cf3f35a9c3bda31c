using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Resolution;

/// <summary>One argument of a function as its properties describe it.</summary>
/// <param name="Default">`default_value`, an expression of SQL; None where there is none.</param>
public sealed record FunctionArgument(string Name, string DataType, string? Description, Value Default);
