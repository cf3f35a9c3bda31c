using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json;
using Deck.Models.Templating.Builtins;
using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Tests.Corpus;

/// <summary>Reads the values of corpus files: JSON with tags for Python's other types.</summary>
internal static class CorpusValues
{
    private static readonly IReadOnlyDictionary<string, Value> Functions = GlobalFunctions.Dbt(TimeProvider.System);

    public static Value Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => Value.None,
        JsonValueKind.True => Value.Of(true),
        JsonValueKind.False => Value.Of(false),
        JsonValueKind.String => Value.Of(json.GetString()),
        JsonValueKind.Number => ReadNumber(json),
        JsonValueKind.Array => Value.List(json.EnumerateArray().Select(Read)),
        _ => ReadObject(json),
    };

    private static Value ReadNumber(JsonElement json)
    {
        string text = json.GetRawText();
        return BigInteger.TryParse(text, out BigInteger whole) ? Value.Of(whole) : Value.Of(double.Parse(text));
    }

    private static Value ReadObject(JsonElement json)
    {
        JsonProperty first = json.EnumerateObject().FirstOrDefault();
        return first.Value.ValueKind != JsonValueKind.Undefined && first.Name.StartsWith('$')
            ? ReadTagged(first.Name, first.Value)
            : new DictValue(json.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, Read(p.Value))));
    }

    private static Value ReadTagged(string tag, JsonElement json) => tag switch
    {
        "$tuple" => new TupleValue([.. json.EnumerateArray().Select(Read)]),
        "$set" => Functions["set"].Call(Arguments.Of(Read(json))),
        "$dict" => ReadPairs(json),
        "$date" => FromIso("date", json),
        "$datetime" => FromIso("datetime", json),
        "$time" => FromIso("time", json),
        "$timedelta" => Datetime("timedelta").Call(Arguments.Of(Value.Of(0), Read(json))),
        "$decimal" => DecimalValue.Parse(json.GetString()!),
        "$float" => Value.Of(json.GetString() switch { "nan" => double.NaN, "inf" => double.PositiveInfinity, _ => double.NegativeInfinity }),
        "$int" => Value.Of(BigInteger.Parse(json.GetString()!)),
        "$range" => GlobalFunctions.Jinja["range"].Call(new Arguments([.. json.EnumerateArray().Select(Read)])),
        "$agate" => QueryTable.FromResult(
            [.. json.GetProperty("columns").EnumerateArray().Select(c => c.GetString()!)],
            [.. json.GetProperty("rows").EnumerateArray().Select(r => r.EnumerateArray().Select(Read).ToArray())]),
        "$repr" => new ReprOnly(json.GetString()!),
        _ => throw new NotSupportedException(tag),
    };

    private static DictValue ReadPairs(JsonElement json)
    {
        DictValue dict = new();
        foreach (JsonElement pair in json.EnumerateArray())
        {
            dict.Entries[Read(pair[0])] = Read(pair[1]);
        }

        return dict;
    }

    private static Value FromIso(string type, JsonElement json) => Datetime(type).GetAttribute("fromisoformat")!.Call(Arguments.Of(Read(json)));

    private static Value Datetime(string type) => Functions["modules"].GetItem(Value.Of("datetime"))!.GetItem(Value.Of(type))!;

    /// <summary>A value of which a corpus file says only how it prints.</summary>
    private sealed class ReprOnly(string repr) : Value
    {
        public override string TypeName => repr;

        public override string Repr() => repr;
    }
}
