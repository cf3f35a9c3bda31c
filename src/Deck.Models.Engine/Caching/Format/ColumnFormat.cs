using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Resolution.Semantics;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Caching.Format;

/// <summary>The notation of described columns, and of lists of dicts such as constraints.</summary>
internal static class ColumnFormat
{
    public static void Write(CacheWriter writer, ImmutableArray<Column> columns)
    {
        writer.Number(columns.Length);
        foreach (Column column in columns)
        {
            writer.Text(column.Name);
            writer.Text(column.Description);
            writer.Text(column.DataType);
            writer.Number(column.Quote is { } quote ? quote ? 2 : 1 : 0);
            writer.Texts(column.Tags);
            ValueFormat.Write(writer, column.Meta);
            Write(writer, column.Constraints);
            writer.Texts(column.DocBlocks);
            writer.Place(column.Location);
            writer.Optional(column.Semantics, Write);
        }
    }

    public static ImmutableArray<Column> Read(CacheReader reader)
    {
        int count = reader.Number();
        if (count == 0)
        {
            return [];
        }

        Column[] columns = new Column[count];
        for (int i = 0; i < count; i++)
        {
            columns[i] = ReadOne(reader);
        }

        return ImmutableArray.Create(columns);
    }

    public static void Write(CacheWriter writer, ImmutableArray<DictValue> dicts)
    {
        writer.Number(dicts.Length);
        foreach (DictValue dict in dicts)
        {
            ValueFormat.Write(writer, dict);
        }
    }

    public static ImmutableArray<DictValue> ReadDicts(CacheReader reader)
    {
        int count = reader.Number();
        ImmutableArray<DictValue>.Builder dicts = ImmutableArray.CreateBuilder<DictValue>(count);
        for (int i = 0; i < count; i++)
        {
            dicts.Add(ValueFormat.ReadDict(reader));
        }

        return dicts.MoveToImmutable();
    }

    private static Column ReadOne(CacheReader reader) => new()
    {
        Name = reader.Text(),
        Description = reader.Text(),
        DataType = reader.TextOrNull(),
        Quote = reader.Number() switch { 0 => null, 1 => false, _ => true },
        Tags = reader.Texts(),
        Meta = ValueFormat.ReadDict(reader),
        Constraints = ReadDicts(reader),
        DocBlocks = reader.Texts(),
        Location = reader.PlaceOrNull(),
        Semantics = reader.Optional(() => new ColumnSemantics(reader.TextOrNull(), ValueFormat.ReadOrNull(reader), ValueFormat.ReadOrNull(reader))),
    };

    private static void Write(CacheWriter writer, ColumnSemantics semantics)
    {
        writer.Text(semantics.Granularity);
        ValueFormat.Write(writer, semantics.Dimension);
        ValueFormat.Write(writer, semantics.Entity);
    }
}
