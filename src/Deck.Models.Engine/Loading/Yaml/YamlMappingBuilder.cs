using System.Collections.Immutable;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Yaml;

/// <summary>Collects the entries of one mapping as PyYAML does: merged ones (`&lt;&lt;`) first, own ones over them, the last of a duplicate wins.</summary>
internal sealed class YamlMappingBuilder(List<Diagnostic> diagnostics)
{
    private const int IndexedFrom = 12;

    private readonly List<YamlEntry> own = [];
    private List<YamlMapping>? merged;
    private Dictionary<string, int>? index;

    public bool HasBadKey { get; private set; }

    public void Add(YamlNode key, YamlNode value)
    {
        if (key is not YamlScalar name || IsBracketed(name))
        {
            HasBadKey = true;
            diagnostics.Add(Diagnostic.Error(YamlCodes.BadKey, "a key is a text, not a list or a mapping", key.Location)
                .WithHint("put quotes around a value that begins with `{{`, and around one that begins with `[` or `{` and is a text"));
            return;
        }

        if (name is { Text: "<<", IsQuoted: false })
        {
            AddMerged(value);
            return;
        }

        YamlEntry entry = name.Loaded is StringValue
            ? new YamlEntry(name.Text, name.Location, value)
            : new YamlEntry(name.Text, name.Location, value) { KeyValue = name.Loaded };
        int earlier = IndexOf(name.Text);
        if (earlier < 0)
        {
            own.Add(entry);
            index?.Add(name.Text, own.Count - 1);
            return;
        }

        diagnostics.Add(Diagnostic.Warning(YamlCodes.DuplicateKey, $"key `{name.Text}` is given twice; the last one counts", name.Location)
            .WithRelated([new RelatedLocation("first given", own[earlier].KeyLocation)]));
        own[earlier] = entry;
    }

    public ImmutableArray<YamlEntry> Finish()
    {
        if (merged is null)
        {
            return [.. own];
        }

        OrderedDictionary<string, YamlEntry> entries = new(StringComparer.Ordinal);
        IEnumerable<YamlEntry> fromMerged = merged.AsEnumerable().Reverse().SelectMany(m => m.Entries);
        foreach (YamlEntry entry in fromMerged.Concat(own))
        {
            entries[entry.Key] = entry;
        }

        return [.. entries.Values];
    }

    private void AddMerged(YamlNode value)
    {
        IEnumerable<YamlNode> candidates = value is YamlSequence list ? list.Items : [value];
        foreach (YamlNode candidate in candidates)
        {
            if (candidate is YamlMapping mapping)
            {
                (merged ??= []).Add(mapping);
            }
            else
            {
                diagnostics.Add(Diagnostic.Error(YamlCodes.BadKey, "`<<` merges a mapping or a list of mappings", candidate.Location));
            }
        }
    }

    /// <summary>True for what was a mapping with a bad key itself: the inner braces of an unquoted `{{ … }}`.</summary>
    private static bool IsBracketed(YamlScalar key) => key.Text.Length == 0 && key.Location.Span.Length > 0 && !key.IsQuoted && key.Location.Text.Content[key.Location.Span.Start] == '{';

    private int IndexOf(string key)
    {
        if (own.Count < IndexedFrom)
        {
            for (int i = 0; i < own.Count; i++)
            {
                if (own[i].Key == key)
                {
                    return i;
                }
            }

            return -1;
        }

        return (index ??= Index()).GetValueOrDefault(key, -1);
    }

    private Dictionary<string, int> Index()
    {
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        foreach (YamlEntry entry in own)
        {
            places.Add(entry.Key, places.Count);
        }

        return places;
    }
}
