using System.Text.Json;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Resolution.Configs;

/// <summary>Brings one hook of a config into dbt's form, a dict of `sql`, `transaction` and `index`.</summary>
internal static class HookConfig
{
    /// <summary>Takes a text, a text that is JSON with a key `sql`, or a dict (dbt's `get_hook_dict`).</summary>
    public static Value Of(Value hook) => hook switch
    {
        DictValue dict when dict.TryGet("sql", out Value? sql) => Make(sql, !dict.TryGet("transaction", out Value? inside) || inside.IsTrue),
        StringValue text => OfText(text),
        _ => hook,
    };

    private static DictValue OfText(StringValue text)
    {
        if (!text.Text.AsSpan().TrimStart().StartsWith('{'))
        {
            return Make(text, true);
        }

        try
        {
            using JsonDocument json = JsonDocument.Parse(text.Text);
            bool inside = !json.RootElement.TryGetProperty("transaction", out JsonElement transaction) || transaction.ValueKind != JsonValueKind.False;
            return json.RootElement.TryGetProperty("sql", out JsonElement sql) ? Make(Value.Of(sql.GetString()), inside) : Make(text, true);
        }
        catch (JsonException)
        {
            // `{{ log('x') }}` starts with a brace as well.
            return Make(text, true);
        }
    }

    private static DictValue Make(Value sql, bool transaction)
    {
        DictValue hook = new();
        hook.Set("sql", sql);
        hook.Set("transaction", Value.Of(transaction));
        hook.Set("index", Value.None);
        return hook;
    }
}
