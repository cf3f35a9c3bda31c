using Deck.Models.Templating.Values;
using NUnit.Framework;

namespace Deck.Models.Templating.Tests.ValueTypes;

[TestFixture]
public sealed class QueryTableTests
{
    [Test]
    public void Every_column_gets_the_first_type_that_fits_all_its_values()
    {
        QueryTable table = QueryTable.FromResult(
            ["i", "n", "t", "empty", "b"],
            [
                [Value.Of(1), Value.Of(1), Value.Of(1), Value.None, Value.Of(true)],
                [Value.None, DecimalValue.Parse("2.50"), Value.Of("x"), Value.None, Value.None],
            ]);
        Assert.Multiple(() =>
        {
            Assert.That(
                table.ColumnTypes,
                Is.EqualTo(new[] { QueryColumnType.Integer, QueryColumnType.Number, QueryColumnType.Text, QueryColumnType.Integer, QueryColumnType.Boolean }));
            Assert.That(table.Rows.Values.Items[0].Repr(), Is.EqualTo("<agate.Row: (1, Decimal('1'), '1', None, True)>"));
        });
    }

    [Test]
    public void Columns_of_one_name_are_numbered() =>
        Assert.That(QueryTable.FromResult(["a", "a", "a"], []).ColumnNames, Is.EqualTo(new[] { "a", "a_2", "a_3" }));

    [Test]
    public void Containers_become_json_text() =>
        Assert.That(
            QueryTable.FromResult(["j"], [[Value.List(Value.Of(1), Value.Of("é"))]]).Columns.Values.Items[0].GetItem(Value.Of(0)),
            Is.EqualTo(Value.Of("[1, \"\\u00e9\"]")));

    [TestCase("print_table", "", "|              x |          d |                   dt |    b | s                    |\n| -------------- | ---------- | -------------------- | ---- | -------------------- |\n| 1,234,567.123… | 2024-01-02 | 2024-01-02 03:04:... | True | a\"b,↵c               |\n|        -2.000… |            |                      |      | xxxxxxxxxxxxxxxxx... |\n")]
    [TestCase("print_table", "max_rows=1, max_columns=1, max_precision=none", "|               x | ... |\n| --------------- | --- |\n| 1,234,567.12345 | ... |\n|             ... | ... |\n")]
    [TestCase("print_csv", "", "x,d,dt,b,s\n1234567.12345,2024-01-02,2024-01-02T03:04:05.000006,True,\"a\"\"b,\nc\"\n-2,,,,xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n")]
    [TestCase("print_csv", "delimiter='|', line_numbers=true", "line_number|x|d|dt|b|s\n1|1234567.12345|2024-01-02|2024-01-02T03:04:05.000006|True|\"a\"\"b,\nc\"\n2|-2||||xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n")]
    [TestCase("print_json", "newline=true", "{\"x\": 1234567.12345, \"d\": \"2024-01-02\", \"dt\": \"2024-01-02T03:04:05.000006\", \"b\": true, \"s\": \"a\\\"b,\\nc\"}\n{\"x\": -2.0, \"d\": null, \"dt\": null, \"b\": null, \"s\": \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"}\n")]
    [TestCase("select('x').print_json", "key='x'", "{\"1234567.12345\": {\"x\": 1234567.12345}, \"-2\": {\"x\": -2.0}}")]
    [TestCase("select(['x', 's']).print_structure", "", "| column | data_type |\n| ------ | --------- |\n| x      | Number    |\n| s      | Text      |\n")]
    [TestCase("group_by('s').merge(group_name='é').select(['é']).limit(1).print_json", "indent=1", "[\n {\n  \"é\": \"a\\\"b,\\nc\"\n }\n]")]
    public void A_table_prints_as_agates_does(string method, string arguments, string expected)
    {
        var told = new List<string>();
        QueryTable table = QueryTable.FromResult(
            ["x", "d", "dt", "b", "s"],
            [
                [DecimalValue.Parse("1234567.12345"), new DateValue(new DateOnly(2024, 1, 2)), new DateTimeValue(new DateTime(2024, 1, 2, 3, 4, 5, 0, 6)), Value.Of(true), Value.Of("a\"b,\nc")],
                [DecimalValue.Parse("-2"), Value.None, Value.None, Value.None, Value.Of(new string('x', 30))],
            ],
            told.Add);
        string rendered = Templates.Render($"{{{{ t.{method}({arguments}) }}}}", new TestScope().With("t", table));
        Assert.Multiple(() =>
        {
            Assert.That(rendered, Is.EqualTo("None"));
            Assert.That(told, Is.EqualTo(new[] { expected }));
        });
    }

    [Test]
    public void A_table_without_rows_is_false() => Assert.That(QueryTable.FromResult(["a"], []).IsTrue, Is.False);

    [Test]
    public void Missing_values_come_last_in_order()
    {
        QueryTable table = QueryTable.FromResult(["a"], [[Value.None], [Value.Of(2)], [Value.Of(1)]]);
        Value sorted = table.GetAttribute("order_by")!.Call(Arguments.Of(Value.Of("a")));
        Assert.That(((QueryTable)sorted).Columns.Values.Items[0].Repr(), Is.EqualTo("<agate.Column: (1, 2, None)>"));
    }
}
