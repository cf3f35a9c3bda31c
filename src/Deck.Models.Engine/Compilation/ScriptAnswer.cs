using Deck.Models.Engine.Reporting;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation;

/// <summary>What a materialization written in Jinja came to.</summary>
/// <param name="Main">The stored result of its statement `main`: a dict with `response`, `data` and `table`, or None.</param>
/// <param name="SentText">Every statement sent, as one text.</param>
/// <param name="IsLeftOpen">True where it ended without committing, and was rolled back.</param>
public sealed record ScriptAnswer(Value Main, string SentText, bool IsLeftOpen)
{
    /// <summary>The server's tag, or what the script stored as its response; dbt's `No-op` where it did nothing.</summary>
    public string Message => Main.IsNone ? "No-op" : Field("response").ToText();

    public AdapterResponse? Response => Field("response").GetAttribute("code") is { IsNone: false } code ? new AdapterResponse(Message, code.ToText(), Rows ?? -1) : null;

    public long? Rows => Field("response").GetAttribute("rows_affected") is { } rows && IntegerValue.TryFrom(rows, out IntegerValue? count) ? count.Clamped : null;

    /// <summary>The values of the result's first row.</summary>
    public IReadOnlyList<Value> FirstRow
    {
        get
        {
            List<Value> values = [];
            if (Field("data") is ListValue { Items: [var row, ..] } && row.Iterate() is { } cells)
            {
                while (cells.MoveNext())
                {
                    values.Add(cells.Current);
                }
            }

            return values;
        }
    }

    /// <summary>The result's table, empty where it has none.</summary>
    public QueryTable Table => Field("table") as QueryTable ?? QueryTable.Empty;

    private Value Field(string name) => Main.GetItem(Value.Of(name)) ?? Value.None;
}
