using Deck.Models.Templating;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>An item under way in a template: `.grain('month')`, `.date_part('day')` and `.descending(True)` add to it.</summary>
internal sealed class QueryItemValue(QueryItem item, bool mayDescend) : Value
{
    private static readonly string[] DateParts = ["year", "quarter", "month", "day", "dow", "doy"];

    private static readonly MethodTable<QueryItemValue> Members = new(
        ("grain(time_granularity)", (self, a) => self.Timed("grain", i => i with { Granularity = a[0].ToText() })),
        ("date_part(date_part_name)", (self, a) => self.Timed("date_part", i => i with { DatePart = Known(a[0].ToText()) })),
        ("descending(_is_descending)", (self, a) => self.mayDescend || self.Item.Kind == "Dimension"
            ? self.Change(i => i with { IsDescending = a[0].IsTrue })
            : throw TemplateException.ValueError($"`descending` can be used with `{self.Item.Kind}` in `order_by` only")));

    private readonly bool mayDescend = mayDescend;

    public QueryItem Item { get; private set; } = item;

    public override string TypeName => Item.Kind;

    public override IEnumerable<string> MemberNames => Members.Names;

    public override Value? GetAttribute(string name) => Members.Bind(this, name);

    public override string ToText() => "";

    public override string Repr() => $"<{Item.Kind} {Item.Name}>";

    private QueryItemValue Timed(string method, Func<QueryItem, QueryItem> change) => Item.Kind == "Dimension"
        ? Change(change)
        : throw TemplateException.ValueError($"`{method}` cannot be used with `{Item.Kind}`");

    private QueryItemValue Change(Func<QueryItem, QueryItem> change)
    {
        Item = change(Item);
        return this;
    }

    private static string Known(string part) => DateParts.Contains(part, StringComparer.OrdinalIgnoreCase)
        ? part
        : throw TemplateException.ValueError($"`{part}` is no date part; there are {string.Join(", ", DateParts)}");
}
