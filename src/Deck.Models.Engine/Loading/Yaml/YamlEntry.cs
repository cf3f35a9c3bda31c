using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Yaml;

/// <summary>One key of a mapping with its value.</summary>
public sealed record YamlEntry(string Key, Location KeyLocation, YamlNode Value);
