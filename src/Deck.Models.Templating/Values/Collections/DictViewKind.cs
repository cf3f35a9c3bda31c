namespace Deck.Models.Templating.Values;

/// <summary>Which part of its entries a view of a dict shows.</summary>
internal enum DictViewKind
{
    Keys,
    Values,
    Items,
}
