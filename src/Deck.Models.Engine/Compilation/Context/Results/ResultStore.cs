using Deck.Models.Templating;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation.Context.Results;

/// <summary>What `statement` blocks of one node stored, by name, for `load_result`.</summary>
internal sealed class ResultStore
{
    public const string Main = "main";

    private readonly Dictionary<string, Value?> results = new(StringComparer.Ordinal);

    /// <summary>`store_result(name, response, agate_table)`: gives the empty text.</summary>
    public Value Store(string name, Value response, Value table)
    {
        Value data = table.GetAttribute("rows") is { } rows && rows.Iterate() is { } iterator ? Rows(iterator) : Value.List();
        results[name] = new DictValue([new("response", response), new("data", data), new("table", table)]);
        return Value.Of("");
    }

    public bool Has(string name) => results.ContainsKey(name);

    /// <summary>`load_result(name)`: None for a name that nobody stored; a result other than `main` can be taken once.</summary>
    public Value Load(string name)
    {
        if (!results.TryGetValue(name, out Value? result))
        {
            return Value.None;
        }

        if (result is null)
        {
            throw new TemplateException(Diagnostic.Error(CompilationCodes.RaisedByTemplate, $"the result of statement `{name}` was loaded already"));
        }

        if (name != Main)
        {
            results[name] = null;
        }

        return result;
    }

    private static ListValue Rows(IEnumerator<Value> rows)
    {
        List<Value> all = [];
        while (rows.MoveNext())
        {
            all.Add(rows.Current);
        }

        return Value.List(all);
    }
}
