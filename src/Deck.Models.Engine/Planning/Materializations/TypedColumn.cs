using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>A column with its type as SQL writes it, such as `numeric(10,2)`.</summary>
public sealed record TypedColumn(string Name, string Type)
{
    public string Quoted => RelationName.Quote(Name);
}
