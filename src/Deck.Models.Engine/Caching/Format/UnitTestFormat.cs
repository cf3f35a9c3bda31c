using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Caching.Format;

/// <summary>The notation of what a unit test adds to other nodes.</summary>
internal static class UnitTestFormat
{
    public static void Write(CacheWriter writer, UnitTestNode test)
    {
        writer.Text(test.Model.Value);
        WriteRows(writer, test.Expect);
        ValueFormat.Write(writer, test.Overrides);
        ValueFormat.Write(writer, test.Version);
        writer.Number(test.Given.Length);
        foreach (UnitTestInput input in test.Given)
        {
            writer.Text(input.Reference);
            writer.Text(input.Target?.Value);
            WriteRows(writer, input.Rows);
        }
    }

    public static UnitTestNode Read(CacheReader reader, NodeHead head)
    {
        NodeId model = new(reader.Text());
        UnitTestRows expect = ReadRows(reader);
        DictValue overrides = ValueFormat.ReadDict(reader);
        Value? version = ValueFormat.ReadOrNull(reader);
        return new UnitTestNode(head, model, expect) { Overrides = overrides, Version = version, Given = ReadInputs(reader) };
    }

    private static ImmutableArray<UnitTestInput> ReadInputs(CacheReader reader)
    {
        int count = reader.Number();
        ImmutableArray<UnitTestInput>.Builder inputs = ImmutableArray.CreateBuilder<UnitTestInput>(count);
        for (int i = 0; i < count; i++)
        {
            inputs.Add(new UnitTestInput(reader.Text(), reader.TextOrNull() is { } target ? new NodeId(target) : null, ReadRows(reader)));
        }

        return inputs.MoveToImmutable();
    }

    private static void WriteRows(CacheWriter writer, UnitTestRows rows)
    {
        writer.Text(rows.Format);
        ColumnFormat.Write(writer, rows.Rows);
        writer.Text(rows.Sql);
        writer.Text(rows.Fixture);
        writer.Place(rows.Location);
    }

    private static UnitTestRows ReadRows(CacheReader reader) => new()
    {
        Format = reader.Text(),
        Rows = ColumnFormat.ReadDicts(reader),
        Sql = reader.TextOrNull(),
        Fixture = reader.TextOrNull(),
        Location = reader.Place(),
    };
}
