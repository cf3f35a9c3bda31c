using System.Collections.Immutable;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Properties;

/// <summary>Gives dbt's old key `tests` its new name `data_tests`, so that later stages know only one.</summary>
internal static class TestKeys
{
    private static readonly string[] Lists = ["columns", "tables", "versions"];

    /// <summary>The same mapping where it holds no `tests`; entries below columns, tables and versions are renamed too.</summary>
    /// <param name="first">The first old key, or null.</param>
    public static YamlMapping Rename(YamlMapping mapping, out Location? first)
    {
        first = null;
        ImmutableArray<YamlEntry>.Builder? renamed = null;
        for (int i = 0; i < mapping.Entries.Length; i++)
        {
            YamlEntry entry = mapping.Entries[i];
            YamlEntry current = Rename(entry, ref first);
            if (ReferenceEquals(current, entry))
            {
                continue;
            }

            renamed ??= mapping.Entries.ToBuilder();
            renamed[i] = current;
        }

        return renamed is null ? mapping : new YamlMapping { Location = mapping.Location, Entries = renamed.DrainToImmutable() };
    }

    private static YamlEntry Rename(YamlEntry entry, ref Location? first)
    {
        if (entry.Key == "tests")
        {
            first ??= entry.KeyLocation;
            return new YamlEntry("data_tests", entry.KeyLocation, entry.Value);
        }

        if (!Lists.Contains(entry.Key) || entry.Value is not YamlSequence sequence)
        {
            return entry;
        }

        ImmutableArray<YamlNode>.Builder? items = null;
        for (int i = 0; i < sequence.Items.Length; i++)
        {
            if (sequence.Items[i] is YamlMapping item && Rename(item, out Location? below) is var current && !ReferenceEquals(current, item))
            {
                items ??= sequence.Items.ToBuilder();
                items[i] = current;
                first ??= below;
            }
        }

        return items is null ? entry : entry with { Value = new YamlSequence { Location = sequence.Location, Items = items.DrainToImmutable() } };
    }
}
