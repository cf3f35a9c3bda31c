namespace Deck.Models.Engine.Loading.Shapes;

/// <summary>A top-level list of properties files: its key, and what its entries are.</summary>
internal sealed record PropertiesList(string Key, PropertiesKind Kind, YamlShape Entry);
