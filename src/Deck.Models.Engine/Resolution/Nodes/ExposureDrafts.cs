using System.Collections.Immutable;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Engine.Resolution.Properties;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution;

/// <summary>Makes drafts of exposures.</summary>
internal sealed class ExposureDrafts(ResolutionSession session, DraftCompletion completion)
{
    public ImmutableArray<NodeDraft> Create() =>
    [
        .. session.Sources.Packages.SelectMany(p => p.Properties.Where(e => e.Kind == PropertiesKind.Exposure).Select(e => Create(p, e))),
    ];

    private NodeDraft Create(PackageSources package, PropertiesEntry entry)
    {
        string path = NodePaths.BelowResourcePath(package.Project, entry.OriginalFilePath);
        NodeDraft draft = new()
        {
            Id = new NodeId($"exposure.{entry.PackageName}.{entry.Name}"),
            ResourceType = ResourceType.Exposure,
            Name = entry.Name,
            PackageName = entry.PackageName,
            Fqn = NodePaths.Fqn(entry.PackageName, path, entry.Name),
            OriginalFilePath = entry.OriginalFilePath,
            Path = path,
            Location = entry.Location,
            Description = completion.Descriptions.Render(entry.Yaml.TryFind("description", out YamlNode? text) ? text : null, entry.PackageName),
            Declaration = Declare(entry),
            Finish = (d, dependsOn) => Finish(d, dependsOn, PropertiesOf(entry)),
        };
        NodeConfig config = completion.Configs.Merge(draft, [ResourcePropertiesReader.ReadConfig(entry.Yaml, entry.PackageName, session, "tags")]);
        return draft with { Config = config, IsEnabled = config.Enabled, Unrendered = () => UnrenderedOf(entry, completion.Configs.Unrendered(draft)) };
    }

    /// <summary>Tags outside of `config` are not among them, as in dbt.</summary>
    private static DictValue UnrenderedOf(PropertiesEntry entry, DictValue config)
    {
        if (entry.Yaml.TryFind("config", out YamlNode? written) && written is YamlMapping mapping)
        {
            foreach (YamlEntry setting in mapping.Entries)
            {
                config.Set(setting.Key, PropertyValues.Raw(setting.Value));
            }
        }

        return config;
    }

    /// <summary>Everything but the description, which has a context of its own.</summary>
    private DictValue PropertiesOf(PropertiesEntry entry) => new(entry.Yaml.Entries
        .Where(e => e.Key is not ("description" or "depends_on"))
        .Select(e => KeyValuePair.Create(e.Key, PropertyValues.Render(e.Value, entry.PackageName, session))));

    private ModelDeclaration Declare(PropertiesEntry entry)
    {
        List<ModelDeclaration> declared = [];
        foreach (YamlScalar expression in PropertyValues.Items(entry.Yaml, "depends_on", session).OfType<YamlScalar>())
        {
            Checked<ModelDeclaration> one = DeclarationRenderer.DeclareExpression(PropertyValues.TextOf(expression), entry.PackageName, session.Scope);
            session.Report(one.Diagnostics);
            declared.Add(one.Value ?? new ModelDeclaration());
        }

        return new ModelDeclaration { Refs = [.. declared.SelectMany(d => d.Refs)], Sources = [.. declared.SelectMany(d => d.Sources)], Metrics = [.. declared.SelectMany(d => d.Metrics)] };
    }

    private static ExposureNode Finish(NodeDraft draft, ImmutableArray<NodeId> dependsOn, DictValue properties) => new(NodeHead.Of(draft, dependsOn), properties)
    {
        Tags = [.. draft.Config.Tags.Distinct().Order(StringComparer.Ordinal)],
    };
}
