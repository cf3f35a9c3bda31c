using System.Collections.Immutable;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Properties;

/// <summary>Reads `versions:` of a model.</summary>
internal static class ModelVersionReader
{
    public static ImmutableArray<ModelVersion> Read(PropertiesEntry entry, ImmutableArray<YamlMapping> columns, ResolutionSession session)
    {
        ImmutableArray<YamlMapping> items = ResourcePropertiesReader.Mappings(entry.Yaml, "versions", session);
        List<(YamlMapping Yaml, Value Value)> versions = [];
        foreach (YamlMapping item in items)
        {
            if (PropertyValues.TryFindValue(item, "v", out YamlNode? v))
            {
                versions.Add((item, PropertyValues.Render(v, entry.PackageName, session)));
                continue;
            }

            session.Report(Diagnostic.Error(ResolutionCodes.WrongProperty, $"a version of `{entry.Name}` lacks `v`", item.Location));
        }

        if (versions.Count == 0)
        {
            return [];
        }

        Value latest = PropertyValues.TryFindValue(entry.Yaml, "latest_version", out YamlNode? given)
            ? PropertyValues.Render(given, entry.PackageName, session)
            : versions.Select(v => v.Value).Max(VersionOrder)!;
        return [.. versions.Select(v => Make(entry, v.Yaml, v.Value, latest, columns, session))];
    }

    private static Comparer<Value> VersionOrder { get; } = Comparer<Value>.Create((a, b) =>
        decimal.TryParse(a.ToText(), out decimal x) && decimal.TryParse(b.ToText(), out decimal y) ? x.CompareTo(y) : string.CompareOrdinal(a.ToText(), b.ToText()));

    private static ModelVersion Make(
        PropertiesEntry entry, YamlMapping yaml, Value value, Value latest, ImmutableArray<YamlMapping> columns, ResolutionSession session) => new()
        {
            Value = value,
            Latest = latest,
            IsLatest = value.ToText() == latest.ToText(),
            FileName = PropertyValues.Text(yaml, "defined_in") ?? $"{entry.Name}_v{value.ToText()}",
            Yaml = yaml,
            Columns = ColumnsOf(yaml, columns, session),
        };

    /// <summary>The model's columns, less those that `include` and `exclude` take out, and the version's own ones.</summary>
    private static ImmutableArray<YamlMapping> ColumnsOf(YamlMapping yaml, ImmutableArray<YamlMapping> columns, ResolutionSession session)
    {
        ImmutableArray<YamlMapping> items = ResourcePropertiesReader.Mappings(yaml, "columns", session);
        YamlMapping? filter = items.FirstOrDefault(i => i.TryFind("include", out _) || i.TryFind("exclude", out _));
        ImmutableArray<YamlMapping> own = [.. items.Where(i => i != filter)];
        if (filter is null)
        {
            return [.. columns.Where(c => !Names(own).Contains(NameOf(c))), .. own];
        }

        bool everything = !filter.TryFind("include", out YamlNode? include) || include is YamlScalar;
        HashSet<string> included = [.. Texts(include)];
        HashSet<string> excluded = filter.TryFind("exclude", out YamlNode? exclude) ? [.. Texts(exclude)] : [];
        HashSet<string> replaced = Names(own);
        return [.. columns.Where(c => (everything || included.Contains(NameOf(c))) && !excluded.Contains(NameOf(c)) && !replaced.Contains(NameOf(c))), .. own];
    }

    private static HashSet<string> Names(ImmutableArray<YamlMapping> columns) => [.. columns.Select(NameOf)];

    private static string NameOf(YamlMapping column) => PropertyValues.Text(column, "name") ?? "";

    private static IEnumerable<string> Texts(YamlNode? node) =>
        node is YamlSequence list ? list.Items.OfType<YamlScalar>().Select(s => s.Text) : [];
}
