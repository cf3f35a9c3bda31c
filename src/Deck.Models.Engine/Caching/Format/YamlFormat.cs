using System.Collections.Immutable;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Caching.Format;

/// <summary>The notation of a YAML tree, all of whose nodes stand in one text. What an alias repeats is written once.</summary>
internal static class YamlFormat
{
    /// <summary>What kind of node follows.</summary>
    private enum Kind
    {
        Scalar,
        PlainText,
        QuotedText,
        Sequence,
        Mapping,
        Again,
    }

    /// <param name="known">Used anew for each tree, so that many need one table.</param>
    public static void Write(CacheWriter writer, YamlNode root, Dictionary<YamlNode, int> known)
    {
        known.Clear();
        writer.Source(root.Location.Text);
        new TreeWriter(writer, root.Location.Text, known).Write(root);
    }

    /// <summary>A table for <see cref="Write"/>.</summary>
    public static Dictionary<YamlNode, int> NewTable() => new(ReferenceEqualityComparer.Instance);

    public static YamlNode Read(CacheReader reader) => new TreeReader(reader, reader.Source()).Read();

    /// <summary>Writes one tree.</summary>
    private sealed class TreeWriter(CacheWriter writer, SourceText text, Dictionary<YamlNode, int> known)
    {
        public void Write(YamlNode node)
        {
            switch (node)
            {
                case YamlScalar scalar:
                    WriteScalar(scalar);
                    break;
                case YamlSequence sequence when IsNew(sequence):
                    Begin(Kind.Sequence, sequence);
                    writer.Number(sequence.Items.Length);
                    foreach (YamlNode item in sequence.Items)
                    {
                        Write(item);
                    }

                    break;
                case YamlMapping mapping when IsNew(mapping):
                    WriteMapping(mapping);
                    break;
                default:
                    writer.Number((int)Kind.Again);
                    writer.Number(known[node]);
                    break;
            }
        }

        private bool IsNew(YamlNode node) => known.TryAdd(node, known.Count);

        private void Begin(Kind kind, YamlNode node)
        {
            writer.Number((int)kind);
            WritePlace(node.Location);
        }

        private void WriteScalar(YamlScalar scalar)
        {
            if (scalar.Loaded is StringValue { IsMarkup: false } value && value.Text == scalar.Text)
            {
                Begin(scalar.IsQuoted ? Kind.QuotedText : Kind.PlainText, scalar);
                writer.Text(scalar.Text);
                return;
            }

            Begin(Kind.Scalar, scalar);
            ValueFormat.Write(writer, scalar.Loaded);
            writer.Text(scalar.Text);
            writer.Flag(scalar.IsQuoted);
        }

        private void WriteMapping(YamlMapping mapping)
        {
            Begin(Kind.Mapping, mapping);
            writer.Number(mapping.Entries.Length);
            foreach (YamlEntry entry in mapping.Entries)
            {
                writer.Text(entry.Key);
                ValueFormat.Write(writer, entry.KeyValue is StringValue key && key.Text == entry.Key ? null : entry.KeyValue);
                WritePlace(entry.KeyLocation);
                Write(entry.Value);
            }
        }

        private void WritePlace(Location place)
        {
            writer.Number(place.Span.Start);
            writer.Number(place.Span.Length);
            if (!ReferenceEquals(place.Text, text))
            {
                writer.Refuse();
            }
        }
    }

    /// <summary>Reads one tree.</summary>
    private sealed class TreeReader(CacheReader reader, SourceText text)
    {
        private readonly List<YamlNode> known = [];

        public YamlNode Read()
        {
            Kind kind = (Kind)reader.Number();
            if (kind == Kind.Again)
            {
                return known[reader.Number()];
            }

            Location place = ReadPlace();
            return kind switch
            {
                Kind.Sequence => ReadSequence(place),
                Kind.Mapping => ReadMapping(place),
                Kind.Scalar => new YamlScalar { Location = place, Loaded = ValueFormat.Read(reader), Text = reader.Text(), IsQuoted = reader.Flag() },
                _ => ReadText(place, kind == Kind.QuotedText),
            };
        }

        private YamlScalar ReadText(Location place, bool isQuoted)
        {
            string written = reader.Text();
            return new YamlScalar { Location = place, Loaded = new StringValue(written), Text = written, IsQuoted = isQuoted };
        }

        /// <summary>A node gets its number before the nodes below it.</summary>
        private YamlSequence ReadSequence(Location place)
        {
            int number = Reserve(place);
            YamlNode[] items = new YamlNode[reader.Number()];
            for (int i = 0; i < items.Length; i++)
            {
                items[i] = Read();
            }

            YamlSequence sequence = new() { Location = place, Items = ImmutableArray.Create(items) };
            known[number] = sequence;
            return sequence;
        }

        private YamlMapping ReadMapping(Location place)
        {
            int number = Reserve(place);
            YamlEntry[] entries = new YamlEntry[reader.Number()];
            for (int i = 0; i < entries.Length; i++)
            {
                entries[i] = ReadEntry();
            }

            YamlMapping mapping = new() { Location = place, Entries = ImmutableArray.Create(entries) };
            known[number] = mapping;
            return mapping;
        }

        private YamlEntry ReadEntry()
        {
            string key = reader.Text();
            Value? typed = ValueFormat.ReadOrNull(reader);
            Location place = ReadPlace();
            return typed is null ? new YamlEntry(key, place, Read()) : new YamlEntry(key, place, Read()) { KeyValue = typed };
        }

        private int Reserve(Location place)
        {
            known.Add(new YamlScalar { Location = place, Loaded = Value.None, Text = "" });
            return known.Count - 1;
        }

        private Location ReadPlace() => new(text, new TextSpan(reader.Number(), reader.Number()));
    }
}
