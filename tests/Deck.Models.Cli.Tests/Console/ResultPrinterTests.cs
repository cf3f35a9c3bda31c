using System.Collections.Immutable;
using Deck.Models.Cli.Console.Results;
using Deck.Models.Engine.Execution;

namespace Deck.Models.Cli.Tests.Console;

[TestFixture]
internal sealed class ResultPrinterTests
{
    private static readonly ImmutableArray<QueryColumn> Columns = [new("name", "text"), new("n", "int8"), new("ok", "bool")];

    private static readonly QueryResult Two = new(Columns, [["Zoë", "5", "t"], [null, "1200", "f"]], "SELECT 2");

    [Test]
    public void A_table_sets_numbers_flush_right()
    {
        Assert.That(Print(ResultFormat.Table, new ShownResult(null, Two, false)), Is.EqualTo("""
            name | n    | ok
            -----+------+---
            Zoë  |    5 | t
                 | 1200 | f
            (2 rows)

            """));
    }

    [Test]
    public void A_heading_stands_above_its_table_and_a_cut_is_told()
    {
        string text = Print(ResultFormat.Table, new ShownResult("1. Totals", Two, true));
        Assert.That(text, Does.StartWith("1. Totals\n---------\nname").And.Contain("(2 rows, more left out by --limit)"));
    }

    [Test]
    public void A_single_row_prints_as_name_and_value()
    {
        QueryResult one = new(Columns, [["Ada", "7", "t"]], "SELECT 1");
        Assert.That(Print(ResultFormat.Table, new ShownResult(null, one, false)), Is.EqualTo("name  Ada\nn     7\nok    t\n"));
    }

    [Test]
    public void Wide_characters_keep_the_columns_straight()
    {
        QueryResult wide = new([new("city", "text"), new("x", "text")], [["東京", "a"], ["Rome", "b"]], "SELECT 2");
        Assert.That(Print(ResultFormat.Table, new ShownResult(null, wide, false)), Does.Contain("東京 | a\nRome | b\n"));
    }

    [Test]
    public void Csv_tells_null_from_an_empty_text()
    {
        QueryResult result = new(Columns, [["a,\"b\"", "1", "t"], ["", null, "f"]], "SELECT 2");
        Assert.That(Print(ResultFormat.Csv, new ShownResult(null, result, false)), Is.EqualTo("name,n,ok\n\"a,\"\"b\"\"\",1,t\n\"\",,f\n"));
    }

    [Test]
    public void Markdown_escapes_what_would_break_the_table()
    {
        QueryResult result = new([new("a|b", "text"), new("n", "int4")], [["x\ny", "1"]], "SELECT 1");
        Assert.That(Print(ResultFormat.Markdown, new ShownResult("Q", result, false)), Is.EqualTo("### Q\n\n| a\\|b | n |\n| --- | ---: |\n| x<br>y | 1 |\n"));
    }

    [Test]
    public void Json_types_values_as_the_server_does()
    {
        QueryResult result = new([.. Columns, new("j", "jsonb"), new("f", "float8")], [["Zoë", "5", "t", "{\"a\": 1}", "NaN"]], "SELECT 1");
        string flat = Print(ResultFormat.Json, new ShownResult(null, result, false)).ReplaceLineEndings("").Replace("  ", "", StringComparison.Ordinal);
        Assert.That(flat, Is.EqualTo("[{\"name\": \"Zoë\",\"n\": 5,\"ok\": true,\"j\": {\"a\": 1},\"f\": \"NaN\"}]"));
    }

    [Test]
    public void Several_results_in_json_keep_their_headings()
    {
        string text = Print(ResultFormat.Json, new ShownResult("1. A", Two, false), new ShownResult("2. B", Two, false));
        using var json = System.Text.Json.JsonDocument.Parse(text);
        Assert.That(json.RootElement.EnumerateArray().Select(e => e.GetProperty("heading").GetString()), Is.EqualTo(new[] { "1. A", "2. B" }));
    }

    private static string Print(ResultFormat format, params ShownResult[] results)
    {
        using StringWriter writer = new() { NewLine = "\n" };
        ResultPrinter.Print(writer, results, format);
        return writer.ToString();
    }
}
