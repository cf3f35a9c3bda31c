using System.Globalization;
using Deck.Models.Engine.Compilation.Context.Relations;
using Deck.Models.Templating;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation.Context.Adapter;

/// <summary>`adapter.parse_index(…)`: one entry of the `indexes` config.</summary>
internal sealed class IndexConfigValue : Value
{
    private readonly string[] columns;
    private readonly bool unique;
    private readonly string? type;

    private IndexConfigValue(string[] columns, bool unique, string? type)
    {
        this.columns = columns;
        this.unique = unique;
        this.type = type;
    }

    public override string TypeName => "PostgresIndexConfig";

    /// <summary>Checks an entry; None gives None.</summary>
    public static Value Parse(Value raw)
    {
        if (raw.IsNone)
        {
            return None;
        }

        if (raw is not DictValue dict || !dict.TryGet("columns", out Value? listed) || listed is not ListValue columns)
        {
            throw TemplateException.CompilationError($"Invalid index config: expected a dict with `columns`, a list, not {raw.ToText()}");
        }

        bool unique = dict.TryGet("unique", out Value? asked) && asked.IsTrue;
        string? type = dict.TryGet("type", out Value? method) && !method.IsNone ? method.ToText() : null;
        return new IndexConfigValue([.. columns.Items.Select(c => c.ToText())], unique, type);
    }

    public override string Repr() => $"PostgresIndexConfig(columns={List(columns.Select(c => Of(c))).Repr()}, unique={Of(unique).Repr()}, type={Of(type).Repr()})";

    public override Value? GetAttribute(string name) => name switch
    {
        "columns" => List(columns.Select(c => Of(c))),
        "unique" => Of(unique),
        "type" => Of(type),
        "render" => FunctionValue.Of("render(relation)", a => Of(NameOn(a[0]))),
        _ => null,
    };

    /// <summary>A name of 32 hexadecimal digits from what the index is and what it is on.</summary>
    private string NameOn(Value relation)
    {
        string target = relation is RelationValue known ? known.Render() : relation.ToText();
        string text = string.Join('_', [.. columns, target, unique.ToString(CultureInfo.InvariantCulture), type ?? "None"]);
        return NameHash.Of(text);
    }
}
