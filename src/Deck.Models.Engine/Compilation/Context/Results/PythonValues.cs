using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Results;

/// <summary>PostgreSQL's text form of a value as the Python value that psycopg2 makes of it.</summary>
internal static class PythonValues
{
    private static readonly string[] Moments = ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFF"];
    private static readonly string[] ZonedMoments = ["yyyy-MM-dd HH:mm:sszz", "yyyy-MM-dd HH:mm:ss.FFFFFFzz", "yyyy-MM-dd HH:mm:sszzz", "yyyy-MM-dd HH:mm:ss.FFFFFFzzz"];

    /// <param name="text">Null for NULL.</param>
    /// <param name="typeName">As <see cref="Execution.QueryColumn.TypeName"/> has it.</param>
    public static Value Read(string? text, string typeName) => text is null ? Value.None : typeName switch
    {
        "int2" or "int4" or "int8" or "oid" => BigInteger.TryParse(text, CultureInfo.InvariantCulture, out BigInteger whole) ? Value.Of(whole) : Value.Of(text),
        "numeric" or "float4" or "float8" => DecimalValue.Parse(text),
        "bool" => Value.Of(text is "t" or "true"),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? new DateValue(day) : Value.Of(text),
        "timestamp" => ReadMoment(text),
        "timestamptz" => ReadZonedMoment(text),
        "interval" => Value.Of(IntervalText.ToPython(text)),
        "json" or "jsonb" => ReadJson(text),
        _ when typeName.StartsWith('_') => ArrayText.TryRead(text, typeName[1..], out ListValue? list) ? list : Value.Of(text),
        _ => Value.Of(text),
    };

    private static Value ReadMoment(string text) =>
        DateTime.TryParseExact(text, Moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime moment)
            ? new DateTimeValue(moment)
            : Value.Of(text);

    private static Value ReadZonedMoment(string text) =>
        DateTimeOffset.TryParseExact(text, ZonedMoments, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset moment)
            ? new DateTimeValue(moment.DateTime, FixedTimeZone.Of(moment.Offset))
            : Value.Of(text);

    private static Value ReadJson(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return OfJson(document.RootElement);
        }
        catch (JsonException)
        {
            return Value.Of(text);
        }
    }

    private static Value OfJson(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new DictValue(element.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, OfJson(p.Value)))),
        JsonValueKind.Array => Value.List(element.EnumerateArray().Select(OfJson)),
        JsonValueKind.String => Value.Of(element.GetString()),
        JsonValueKind.Number => BigInteger.TryParse(element.GetRawText(), CultureInfo.InvariantCulture, out BigInteger whole) ? Value.Of(whole) : Value.Of(element.GetDouble()),
        JsonValueKind.True => Value.Of(true),
        JsonValueKind.False => Value.Of(false),
        _ => Value.None,
    };
}
