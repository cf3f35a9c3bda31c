using Deck.Models.Engine.Execution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Results;

/// <summary>dbt's AdapterResponse: prints the server's tag, such as `SELECT 3`.</summary>
internal sealed class ResponseValue(string message, string code, long? rows) : Value
{
    public override string TypeName => "AdapterResponse";

    public static ResponseValue Of(QueryResult result)
    {
        string[] words = result.CommandTag.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new ResponseValue(result.CommandTag, string.Join(' ', words.Where(w => !w.All(char.IsAsciiDigit))), result.RowsAffected);
    }

    public override string ToText() => message;

    public override string Repr() => $"AdapterResponse(_message={Of(message).Repr()}, code={Of(code).Repr()}, rows_affected={RowsValue.Repr()})";

    public override Value? GetAttribute(string name) => name switch
    {
        "_message" or "message" => Of(message),
        "code" => Of(code),
        "rows_affected" => RowsValue,
        _ => null,
    };

    private Value RowsValue => rows is { } count ? Of(count) : None;
}
