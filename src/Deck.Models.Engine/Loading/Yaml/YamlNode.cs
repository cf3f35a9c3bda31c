using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Yaml;

/// <summary>A node of a YAML file with its place; strings are not rendered yet.</summary>
public abstract class YamlNode
{
    public required Location Location { get; init; }
}
