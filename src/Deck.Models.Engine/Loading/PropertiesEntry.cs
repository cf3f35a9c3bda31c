using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading;

/// <summary>One entry of a properties file (`_schema.yml`): checked for unknown keys and wrong shapes, strings not rendered yet.</summary>
public sealed class PropertiesEntry
{
    public required PropertiesKind Kind { get; init; }

    /// <summary>`name:`; for a source, the source's name.</summary>
    public required string Name { get; init; }

    public required string PackageName { get; init; }

    /// <summary>Path of the properties file from the project's folder.</summary>
    public required string OriginalFilePath { get; init; }

    public required YamlMapping Yaml { get; init; }

    public Location Location => Yaml.Location;
}
