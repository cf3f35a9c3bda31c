using System.Diagnostics.CodeAnalysis;
using Deck.Models.Templating;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>Finds what a template of the semantic layer names, by rendering it with the four functions that it may call.</summary>
internal sealed class QueryItems : IRenderScope
{
    private readonly List<QueryItemValue> made = [];
    private readonly Dictionary<string, Value> functions;

    private QueryItems(bool mayDescend) => functions = new Dictionary<string, Value>(StringComparer.Ordinal)
    {
        ["Dimension"] = FunctionValue.Of("Dimension(name, entity_path=None)", a => Make(new QueryItem("Dimension", a[0].ToText(), Joined(a[1]), ""), mayDescend)),
        ["TimeDimension"] = FunctionValue.Of(
            "TimeDimension(time_dimension_name, time_granularity_name=None, entity_path=None, descending=None, date_part_name=None)",
            a => Make(new QueryItem("TimeDimension", a[0].ToText(), Joined(a[2]), "") { Granularity = TextOf(a[1]), IsDescending = a[3].IsTrue, DatePart = TextOf(a[4]) }, mayDescend)),
        ["Entity"] = FunctionValue.Of("Entity(entity_name, entity_path=None)", a => Make(new QueryItem("Entity", a[0].ToText(), Joined(a[1]), ""), mayDescend)),
        ["Metric"] = FunctionValue.Of("Metric(metric_name, group_by=None)", a => Make(new QueryItem("Metric", a[0].ToText(), "", Joined(a[1])), mayDescend)),
    };

    /// <summary>The items of a template, each once; without a value, a diagnostic says why it cannot be rendered.</summary>
    /// <param name="mayDescend">True where items may be `.descending(True)`.</param>
    public static Checked<IReadOnlyList<QueryItem>> Of(string template, bool mayDescend = false)
    {
        Checked<Template> parsed = TemplateParser.Parse(new SourceText("", template), TemplateDialect.Jinja);
        if (!parsed.Succeeded(out Template? text))
        {
            return Check.Failed<IReadOnlyList<QueryItem>>(parsed.Diagnostics);
        }

        QueryItems items = new(mayDescend);
        Checked<RenderedText> rendered = new RenderSession(items, RenderOptions.Default).RenderText(text);
        return rendered.HasErrors
            ? Check.Failed<IReadOnlyList<QueryItem>>(rendered.Diagnostics)
            : Check.Ok<IReadOnlyList<QueryItem>>([.. items.made.Select(m => m.Item).Distinct()]);
    }

    public bool TryGet(string name, [NotNullWhen(true)] out Value? value) => functions.TryGetValue(name, out value);

    private QueryItemValue Make(QueryItem item, bool mayDescend)
    {
        QueryItemValue value = new(item, mayDescend);
        made.Add(value);
        return value;
    }

    private static string Joined(Value value) => value switch
    {
        ListValue list => string.Join(',', list.Items.Select(i => i.ToText())),
        TupleValue tuple => string.Join(',', tuple.Items.Select(i => i.ToText())),
        NoneValue => "",
        _ => value.ToText(),
    };

    private static string? TextOf(Value value) => value.IsNone ? null : value.ToText();
}
