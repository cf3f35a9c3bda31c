using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Resources;
using Deck.Models.Engine.Resolution.Properties;
using Deck.Models.Templating;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution;

/// <summary>Snapshots declared in YAML: `relation: ref('a')` stands for a file that selects everything from it.</summary>
internal static class YamlSnapshots
{
    /// <summary>The file that the entry stands for, or null for an entry that only describes a snapshot.</summary>
    public static ResourceFile? FileOf(ResourceProperties properties)
    {
        PropertiesEntry entry = properties.Entry;
        if (PropertyValues.Text(entry.Yaml, "relation") is not { } relation)
        {
            return null;
        }

        SourceText text = new(entry.OriginalFilePath, $"select * from {{{{ {relation} }}}}");
        return new ResourceFile
        {
            ResourceType = ResourceType.Snapshot,
            PackageName = entry.PackageName,
            Name = entry.Name,
            OriginalFilePath = entry.OriginalFilePath,
            Path = $"{entry.Name}.sql",
            Text = text,
            Code = NodeCode.Of(TemplateParser.Parse(text, TemplateDialect.Dbt).Value),
            Checksum = Checksum.OfText(entry.Location.Text.Content),
        };
    }
}
