using System.Collections.Immutable;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Resolution.Properties;

/// <summary>Reads what properties files declare besides nodes: groups, the descriptions of macros, and the docs blocks.</summary>
internal sealed class DeclarationReader(ResolutionSession session, Descriptions descriptions)
{
    public ProjectDeclarations Read()
    {
        ImmutableArray<PackageSources> packages = session.Sources.Packages;
        return new ProjectDeclarations
        {
            Docs = [.. packages.SelectMany(p => p.Docs.Select(d => DocOf(p, d.Key, d.Value))).OrderBy(d => d.UniqueId, StringComparer.Ordinal)],
            Selectors = session.Sources.Selectors is { } selectors ? SelectorDicts.Of(selectors) : [],
            Groups = [.. packages.SelectMany(p => p.Properties.Where(e => e.Kind == PropertiesKind.Group).Select(e => GroupOf(p.Project, e)))],
            Macros = packages
                .SelectMany(p => p.Properties.Where(e => e.Kind == PropertiesKind.Macro))
                .DistinctBy(e => (e.PackageName, e.Name))
                .ToImmutableDictionary(e => $"macro.{e.PackageName}.{e.Name}", MacroOf),
        };
    }

    private static DocBlock DocOf(PackageSources package, string name, Text.SourceText text)
    {
        string path = text.Path[package.Folder.Length..];
        return new DocBlock(package.Project.Name, name, NodePaths.BelowResourcePath(package.Project, path), path, text);
    }

    private Group GroupOf(ProjectFile project, PropertiesEntry entry)
    {
        YamlMapping? config = PropertyValues.Mapping(entry.Yaml, "config", session);
        return new Group
        {
            Name = entry.Name,
            PackageName = entry.PackageName,
            OriginalFilePath = entry.OriginalFilePath,
            Path = NodePaths.BelowResourcePath(project, entry.OriginalFilePath),
            Owner = Dict(entry.Yaml, "owner", entry.PackageName),
            Description = PropertyValues.Text(entry.Yaml, "description"),
            Meta = config is null ? new DictValue() : Dict(config, "meta", entry.PackageName),
        };
    }

    private MacroDescription MacroOf(PropertiesEntry entry)
    {
        YamlMapping? config = PropertyValues.Mapping(entry.Yaml, "config", session);
        return new MacroDescription
        {
            Description = descriptions.Render(entry.Yaml.TryFind("description", out YamlNode? text) ? text : null, entry.PackageName),
            Meta = Dict(config?.TryFind("meta", out _) == true ? config : entry.Yaml, "meta", entry.PackageName),
            Docs = Dict(config?.TryFind("docs", out _) == true ? config : entry.Yaml, "docs", entry.PackageName),
            Arguments = [.. ResourcePropertiesReader.Mappings(entry.Yaml, "arguments", session).Select(a => ArgumentOf(a, entry.PackageName))],
            PatchPath = $"{entry.PackageName}://{entry.OriginalFilePath}",
        };
    }

    private DictValue ArgumentOf(YamlMapping argument, string package) => new(
    [
        new("name", Value.Of(PropertyValues.Text(argument, "name"))),
        new("type", Value.Of(PropertyValues.Text(argument, "type"))),
        new("description", Value.Of(descriptions.Render(argument.TryFind("description", out YamlNode? text) ? text : null, package))),
    ]);

    private DictValue Dict(YamlMapping yaml, string key, string package) =>
        PropertyValues.Mapping(yaml, key, session) is { } mapping && PropertyValues.Render(mapping, package, session) is DictValue dict ? dict : new DictValue();
}
