using System.Text.RegularExpressions;
using System.Text;
using Deck.Models.Engine.Reporting.Artifacts;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.UnitTests;

/// <summary>Values of a unit test as SQL, and the types that they seem to have.</summary>
internal static class ValueTypes
{
    private const string Text = "text";

    private static readonly (string Type, Func<Value, bool> Fits)[] Candidates =
    [
        ("boolean", v => v is BooleanValue || IsText(v, "^(true|false)$")),
        ("bigint", v => v is IntegerValue || IsText(v, @"^-?\d{1,18}$")),
        ("numeric", v => v is IntegerValue or FloatValue or DecimalValue || IsText(v, @"^-?\d+(\.\d+)?$")),
        ("uuid", v => IsText(v, "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$")),
        ("date", v => IsText(v, @"^\d{4}-\d{2}-\d{2}$")),
        ("timestamp without time zone", v => IsText(v, @"^\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?$")),
        ("timestamp with time zone", v => IsText(v, @"^\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2}(\.\d+)?)?( ?([+-]\d{2}(:?\d{2})?|Z))?)?$")),
        ("jsonb", v => v is DictValue),
        ("text[]", v => v is ListValue),
    ];

    /// <summary>The narrowest of a few types that all values fit; text where there is no value, or none fits.</summary>
    public static string Infer(IEnumerable<Value> values)
    {
        Value[] given = [.. values.Where(v => !v.IsNone)];
        return given.Length == 0 ? Text : Array.Find(Candidates, c => given.All(c.Fits)).Type ?? Text;
    }

    /// <summary>A value as an SQL expression that can be cast to the type.</summary>
    public static string ToSql(Value value, string? type) => value switch
    {
        _ when value.IsNone || value.IsUndefined => "null",
        BooleanValue flag => flag.IsTrue ? "true" : "false",
        IntegerValue or FloatValue or DecimalValue => value.ToText(),
        ListValue list when type?.EndsWith("[]", StringComparison.Ordinal) == true => $"array[{string.Join(", ", list.Items.Select(i => ToSql(i, null)))}]::text[]",
        ListValue or DictValue => SqlText.Literal(Encoding.UTF8.GetString(JsonValues.ToBytes(value))),
        _ => SqlText.Literal(value.ToText()),
    };

    private static bool IsText(Value value, string pattern) => value is StringValue text && Regex.IsMatch(text.Text, pattern);
}
