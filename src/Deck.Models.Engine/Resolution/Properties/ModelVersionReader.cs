using System.Collections.Immutable;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Properties;

/// <summary>Reads `versions:` of a model.</summary>
internal sealed class ModelVersionReader(PropertiesEntry entry, ImmutableArray<YamlMapping> columns, ResolutionSession session)
{
    private static readonly Comparer<Value> VersionOrder = Comparer<Value>.Create((a, b) =>
        decimal.TryParse(a.ToText(), out decimal x) && decimal.TryParse(b.ToText(), out decimal y) ? x.CompareTo(y) : string.CompareOrdinal(a.ToText(), b.ToText()));

    public static ImmutableArray<ModelVersion> Read(PropertiesEntry entry, ImmutableArray<YamlMapping> columns, ResolutionSession session) =>
        new ModelVersionReader(entry, columns, session).Read();

    private ImmutableArray<ModelVersion> Read()
    {
        List<(YamlMapping Yaml, Value Value)> versions = [];
        foreach (YamlMapping item in ResourcePropertiesReader.Mappings(entry.Yaml, "versions", session))
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
            : versions.Select(v => v.Value).OrderDescending(VersionOrder).First();
        return [.. versions.Select(v => Make(v.Yaml, v.Value, latest))];
    }

    private ModelVersion Make(YamlMapping yaml, Value value, Value latest) => new()
    {
        Value = value,
        Latest = latest,
        IsLatest = value.ToText() == latest.ToText(),
        FileName = PropertyValues.Text(yaml, "defined_in") ?? $"{entry.Name}_v{value.ToText()}",
        Yaml = yaml,
        Columns = ColumnsOf(yaml),
    };

    /// <summary>The model's columns, less those that `include` and `exclude` take out, and the version's own ones.</summary>
    private ImmutableArray<YamlMapping> ColumnsOf(YamlMapping yaml)
    {
        ImmutableArray<YamlMapping> items = ResourcePropertiesReader.Mappings(yaml, "columns", session);
        YamlMapping? filter = items.FirstOrDefault(i => i.TryFind("include", out _) || i.TryFind("exclude", out _));
        ImmutableArray<YamlMapping> own = [.. items.Where(i => i != filter)];
        HashSet<string> left = [.. own.Select(NameOf), .. Texts(filter, "exclude")];
        HashSet<string>? included = filter is not null && filter.TryFind("include", out YamlNode? include) && include is YamlSequence
            ? [.. Texts(filter, "include")]
            : null;
        return [.. columns.Where(c => !left.Contains(NameOf(c)) && included?.Contains(NameOf(c)) != false), .. own];
    }

    private static string NameOf(YamlMapping column) => PropertyValues.Text(column, "name") ?? "";

    private static IEnumerable<string> Texts(YamlMapping? filter, string key) =>
        filter is not null && filter.TryFind(key, out YamlNode? node) && node is YamlSequence list ? list.Items.OfType<YamlScalar>().Select(s => s.Text) : [];
}
