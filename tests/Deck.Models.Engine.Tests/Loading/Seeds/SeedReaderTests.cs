using System.Text;
using Deck.Models.Engine.Loading.Seeds;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;
using Deck.Models.Testing.Files;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Loading.Seeds;

/// <summary>Types and rows of seeds, as dbt has them.</summary>
public sealed class SeedReaderTests
{
    [TestCase("1|2", "integer")]
    [TestCase("1|", "integer")]
    [TestCase("|null|NULL", "integer")]
    [TestCase("1.0|2", "integer")]
    [TestCase("1.5|2", "float8")]
    [TestCase("1e2|2", "integer")]
    [TestCase("3000000000|2", "bigint")]
    [TestCase("99999999999999999999", "numeric")]
    [TestCase("$1,000|5%", "integer")]
    [TestCase("2026-01-02|2026-1-3", "date")]
    [TestCase("2026-01-02 10:00:00", "timestamp without time zone")]
    [TestCase("2026-01-02T10:00:00Z|2026-01-02T10:00:00.5+02:00", "timestamp without time zone")]
    [TestCase("2026-01-02|2026-01-02 10:00:00", "text")]
    [TestCase("2026-02-30", "text")]
    [TestCase("2026-01-02 10:00:00+00", "text")]
    [TestCase("true|FALSE", "boolean")]
    [TestCase("true|1", "text")]
    [TestCase("a|1", "text")]
    public void The_type_is_the_first_that_all_values_fit(string values, string type)
    {
        // The column `k` keeps an empty value from being an empty line.
        string csv = "k,v\n" + string.Concat(values.Split('|').Select(v => $"x,\"{v}\"\n"));

        Assert.That(Schema(csv).Columns[1].Type, Is.EqualTo(type));
    }

    [Test]
    public void A_given_type_keeps_the_texts_as_they_are()
    {
        SeedSchema schema = Schema("id\n007\n1.50\n", ("id", "varchar(3)"));

        Assert.That(schema.Columns[0], Is.EqualTo(new SeedColumn("id", "varchar(3)") { Kind = SeedValueKind.Text, IsVerbatim = true }));
        Assert.That(Copy("id\n007\n1.50\n", schema), Is.EqualTo("007\n1.50\n"));
    }

    [TestCase("a,b\n1,x\n", "1,x\n", TestName = "plain")]
    [TestCase("\uFEFFa,b\r\n1,x\r\n", "1,x\n", TestName = "byte order mark and CRLF")]
    [TestCase("a,b\n1,\"x, \"\"y\"\"\nz\"\n", "1,\"x, \"\"y\"\"\nz\"\n", TestName = "quotes, delimiters and line breaks in a value")]
    [TestCase("a,b\n1,\"\"\n2, null \n", "1,\n2,\n", TestName = "empty and null are NULL")]
    [TestCase("a,b\n\"1,000\",x\n-2.50,y\n", "1000,x\n-2.5,y\n", TestName = "numbers are written plainly")]
    [TestCase("a,b\n-0,x\n0.50,y\n00.5,z\n-0.5,w\n007,v\n", "0,x\n0.5,y\n0.5,z\n-0.5,w\n7,v\n", TestName = "zeros that say nothing go")]
    [TestCase("a,b\n2026-01-02 10:00:00,2026-01-03\n2026-1-2 9:5:00,2026-1-3\n", "2026-01-02 10:00:00,2026-01-03\n2026-01-02 09:05:00,2026-01-03\n", TestName = "moments are written with all their digits")]
    [TestCase("a,b\n1,x\n\n2,y\n\n", "1,x\n2,y\n", TestName = "empty lines are left out")]
    [TestCase("a,b\n1,\\.\n", "1,\"\\.\"\n", TestName = "the end-of-data mark is quoted")]
    [TestCase("a,b\n1,x\"y\n2,\"p\"q\n", "1,\"x\"\"y\"\n2,pq\n", TestName = "quotes elsewhere are characters")]
    [TestCase("a,b\n1\n", "1,\n", TestName = "missing fields are NULL")]
    public void Rows_are_written_for_copy(string csv, string expected) => Assert.That(Copy(csv, Schema(csv) with { IsVerbatim = false }), Is.EqualTo(expected));

    [TestCase("a,b\n1,x\n", true)]
    [TestCase("\uFEFFa,b\r\n1,\"x\r\n, \"\"y\"\"\"\r\n", true, TestName = "quotes, CRLF and a byte order mark are COPY's own")]
    [TestCase("a,b\n1.50,true\n-2,FALSE\n", true, TestName = "numbers with zeros at the end are the same numbers")]
    [TestCase("a,b\n2026-01-02T10:00:00.5Z,2026-01-03\n,\n", true, TestName = "moments of UTC")]
    [TestCase("a,b\n1,\"\"\n", true, TestName = "an empty value in quotes, by FORCE_NULL")]
    [TestCase("a,b\n1.0,x\n", false, TestName = "a whole number with a point is no integer to the server")]
    [TestCase("a,b\n-0,x\n", false, TestName = "a negative zero")]
    [TestCase("a,b\n2026-01-02T10:00:00+02:00,x\n", false, TestName = "another time zone")]
    [TestCase("a,b\n1,null\n", false, TestName = "null in letters")]
    [TestCase("a,b\n1, \n", false, TestName = "null in blanks")]
    [TestCase("a,b\n1\n", false, TestName = "a short row")]
    [TestCase("a,b\n1,x\n\n", false, TestName = "an empty line")]
    [TestCase("a,b\n1,x\r\n2,y\n", false, TestName = "two kinds of line breaks")]
    [TestCase("a,b\n1,x\"y\n", false, TestName = "a quote within")]
    [TestCase("a,b\n1,\"x\"y\n", false, TestName = "text after a quote")]
    [TestCase("a,b\n\\.,x\n", false, TestName = "the end-of-data mark")]
    public void Rows_that_copy_reads_by_itself_stay_as_they_are(string csv, bool expected) => Assert.That(Schema(csv).IsVerbatim, Is.EqualTo(expected));

    [Test]
    public void A_value_larger_than_the_buffers_survives()
    {
        string large = new('é', 200_000);
        string csv = $"a,b\n1,\"{large}\n{large}\"\n";

        Assert.That(Copy(csv, Schema(csv)), Is.EqualTo($"1,\"{large}\n{large}\"\n"));
    }

    [Test]
    public void Blocks_are_cut_between_records_wherever_they_end([Values(1, 2, 3, 7, 16)] int size)
    {
        Random random = new(size);
        CsvDialect dialect = new(',');
        for (int i = 0; i < 500; i++)
        {
            byte[] csv = Encoding.UTF8.GetBytes(RandomCsv.Text(random, "a1,,\"\"\n\n\r\né", 40));
            Assert.That(Records(csv, dialect, size), Is.EqualTo(Records(csv, dialect, CsvBlockReader.UsualSize)), () => Encoding.UTF8.GetString(csv));
        }
    }

    [Test]
    public async Task Other_encodings_of_unicode_are_known_by_their_mark([Values("utf-16", "utf-16BE", "utf-32")] string name)
    {
        Encoding encoding = Encoding.GetEncoding(name);
        byte[] csv = [.. encoding.GetPreamble(), .. encoding.GetBytes("a,b\n1,é\n")];
        SeedSchema schema = (await SeedReader.ReadSchemaAsync(new InMemoryProjectFiles().With("seeds/s.csv", csv), "seeds/s.csv", NodeConfig.Empty, CancellationToken.None)).Value!;
        using MemoryStream target = new();
        await SeedReader.WriteCopyTextAsync(new MemoryStream(csv), schema, target, CancellationToken.None);

        Assert.That(Encoding.UTF8.GetString(target.ToArray()), Is.EqualTo("1,é\n"));
    }

    [Test]
    public async Task Another_delimiter_may_be_configured()
    {
        NodeConfig config = new(new KeyValuePair<string, Value>("delimiter", Value.Of(";")));
        SeedSchema schema = (await SeedReader.ReadSchemaAsync(Files("a;b\n1,5;x\n"), "seeds/s.csv", config, CancellationToken.None)).Value!;

        Assert.That(Copy("a;b\n1,5;x\n", schema), Is.EqualTo("15,x\n"));
    }

    [Test]
    public async Task Wrong_rows_are_named_with_their_line()
    {
        Checked<SeedSchema> read = await SeedReader.ReadSchemaAsync(Files("a,b\n1,\"x\ny\"\n2,y,z\n3\n"), "seeds/s.csv", NodeConfig.Empty, CancellationToken.None);

        Assert.That(read.Diagnostics.Select(d => d.ToString()), Is.EqualTo((string[])
        [
            "seeds/s.csv:4:1: DECK0340: the row has 3 fields, but the header has 2",
            "seeds/s.csv:5:1: DECK0341: the row has 1 field, but the header has 2; the missing ones are null",
        ]));
    }

    [Test]
    public async Task A_byte_that_is_not_utf8_is_named_with_its_place()
    {
        byte[] content = [.. Encoding.UTF8.GetBytes("a,b\n1,x\n2,caf"), 0xE9, .. "\n"u8];
        Checked<SeedSchema> read = await SeedReader.ReadSchemaAsync(new InMemoryProjectFiles().With("seeds/s.csv", content), "seeds/s.csv", NodeConfig.Empty, CancellationToken.None);

        Assert.That(read.Diagnostics.Single().ToString(), Is.EqualTo("seeds/s.csv:3:6: DECK0310: byte 0xE9 is not UTF-8"));
    }

    private static SeedSchema Schema(string csv, params (string Column, string Type)[] types)
    {
        DictValue columnTypes = new(types.Select(t => KeyValuePair.Create(t.Column, Value.Of(t.Type))));
        NodeConfig config = new(new KeyValuePair<string, Value>("column_types", columnTypes));
        Checked<SeedSchema> read = SeedReader.ReadSchemaAsync(Files(csv), "seeds/s.csv", config, CancellationToken.None).GetAwaiter().GetResult();
        Assert.That(read.Value, Is.Not.Null, () => string.Join('\n', read.Diagnostics));
        return read.Value!;
    }

    private static string[] Records(byte[] csv, CsvDialect dialect, int size)
    {
        List<string> records = [];
        List<CsvField> fields = [];
        foreach (CsvBlock block in new CsvBlockReader(new MemoryStream(csv), dialect, size).Rest())
        {
            CsvRecordReader reader = new(block.Text, dialect, fields);
            while (reader.Read())
            {
                records.Add(string.Join('|', fields.Select(f => Encoding.UTF8.GetString(f.ValueIn(block.Text)))));
            }
        }

        return [.. records];
    }

    private static InMemoryProjectFiles Files(string csv) => new InMemoryProjectFiles().With("seeds/s.csv", csv);

    private static string Copy(string csv, SeedSchema schema)
    {
        using MemoryStream target = new();
        SeedReader.WriteCopyTextAsync(new MemoryStream(Encoding.UTF8.GetBytes(csv)), schema, target, CancellationToken.None).GetAwaiter().GetResult();
        return Encoding.UTF8.GetString(target.ToArray());
    }
}
