using System.Collections.Immutable;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Project;

/// <summary>Reads the values of a project file's keys; the shapes are checked already.</summary>
internal sealed class ProjectKeys(YamlMapping yaml, List<Diagnostic> diagnostics)
{
    /// <summary>The value of a key, or null where the key is absent. A key without a value gives a None scalar.</summary>
    public YamlNode? Find(string key) => yaml.TryFind(key, out YamlNode? value) ? value : null;

    public string? Text(string key) => Find(key) is YamlScalar { Value.IsNone: false } scalar ? scalar.Value.ToText() : null;

    /// <summary>The project's name: letters, digits and underscores, as dbt asks.</summary>
    public string Name()
    {
        string name = Text("name") ?? "";
        bool valid = name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
        if (!valid)
        {
            diagnostics.Add(Diagnostic.Error(LoadingCodes.BadProjectName, $"`{name}` is not a project name: letters, digits and underscores make one", (Find("name") ?? yaml).Location));
        }

        return name;
    }

    /// <summary>Folders below the project, without `./` and final slashes; null where the key is absent.</summary>
    /// <param name="oldKey">The key's name in old projects, accepted with a notice.</param>
    public ImmutableArray<string>? Paths(string key, string? oldKey = null)
    {
        YamlNode? value = Find(key);
        if (value is null && oldKey is not null && (value = Find(oldKey)) is not null)
        {
            diagnostics.Add(Diagnostic.Notice(LoadingCodes.DeprecatedKey with { WarningName = oldKey == "source-paths" ? "ConfigSourcePathDeprecation" : "ConfigDataPathDeprecation" }, $"`{oldKey}` is now called `{key}`", value.Location));
        }

        return value is null ? null : [.. Scalars(value).Select(NormalisePath).Distinct(StringComparer.Ordinal)];
    }

    public DictValue Dict(string key) => Find(key) is YamlMapping mapping ? YamlValues.ToDict(mapping) : new DictValue();

    public DictValue Flags()
    {
        DictValue flags = new();
        foreach (YamlEntry entry in Find("flags") is YamlMapping mapping ? mapping.Entries : [])
        {
            flags.Set(entry.Key.ToLowerInvariant(), YamlValues.ToValue(entry.Value));
        }

        return flags;
    }

    public ImmutableArray<SourceText> Hooks(string key) => Find(key) is { } value ? [.. Scalars(value).Select(YamlTexts.SourceOf)] : [];

    public ImmutableDictionary<string, IReadOnlyList<string>> Dispatch()
    {
        ImmutableDictionary<string, IReadOnlyList<string>>.Builder dispatch = ImmutableDictionary.CreateBuilder<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (YamlMapping entry in Find("dispatch") is YamlSequence list ? list.Items.OfType<YamlMapping>() : [])
        {
            ProjectKeys keys = new(entry, diagnostics);
            if (keys.Text("macro_namespace") is { } name && keys.Find("search_order") is { } order)
            {
                dispatch[name] = [.. Scalars(order).Select(s => s.Value.ToText())];
            }
        }

        return dispatch.ToImmutable();
    }

    /// <summary>One scalar, or those of a list; nulls left out.</summary>
    private static IEnumerable<YamlScalar> Scalars(YamlNode value)
    {
        IEnumerable<YamlNode> nodes = value is YamlSequence list ? list.Items : [value];
        return nodes.OfType<YamlScalar>().Where(s => !s.Value.IsNone);
    }

    private string NormalisePath(YamlScalar scalar)
    {
        string path = scalar.Value.ToText().Replace('\\', '/');
        string[] parts = [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(p => p != ".")];
        bool outside = path.StartsWith('/') || parts.Contains("..") || (parts.Length > 0 && parts[0].EndsWith(':'));
        if (outside)
        {
            diagnostics.Add(Diagnostic.Error(LoadingCodes.BadPath, $"path `{path}` leaves the project's folder", scalar.Location));
        }

        return string.Join('/', parts);
    }
}
