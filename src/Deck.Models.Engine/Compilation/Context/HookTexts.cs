using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context;

/// <summary>A node's hooks as its configuration writes them: a text, a dict with `sql` and `transaction`, or a list of those.</summary>
internal static class HookTexts
{
    /// <summary>The hooks in order, unrendered; what is neither text nor such a dict has null for its text.</summary>
    public static IEnumerable<(string? Sql, bool InTransaction)> Of(Node node, string key)
    {
        if (!node.Config.TryGet(key, out Value? hooks) || hooks.IsNone)
        {
            yield break;
        }

        foreach (Value hook in hooks is ListValue list ? list.Items : hooks is TupleValue tuple ? tuple.Items : [hooks])
        {
            yield return Read(hook);
        }
    }

    public static ListValue ToValue(Node node, string key) => Value.List(Of(node, key).Select((hook, index) => new DictValue(
    [
        new("sql", Value.Of(hook.Sql)), new("transaction", Value.Of(hook.InTransaction)), new("index", Value.Of(index)),
    ])));

    private static (string? Sql, bool InTransaction) Read(Value hook) => hook switch
    {
        StringValue text => (text.Text, true),
        DictValue dict when dict.TryGet("sql", out Value? sql) => (sql.ToText(), !dict.TryGet("transaction", out Value? wanted) || wanted.IsTrue),
        _ => (null, true),
    };
}
