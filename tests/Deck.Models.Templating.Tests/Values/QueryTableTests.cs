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
