using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Templating;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Rendering;

/// <summary>dbt's `fromyaml` and `toyaml`, for every context.</summary>
public static class YamlFunctions
{
    /// <summary>`fromyaml(text, default=None)`: the document as PyYAML's safe loader gives it; broken YAML gives the default.</summary>
    public static Value FromYaml { get; } = FunctionValue.Of(
        "fromyaml(value, default=None)",
        a => YamlReader.Read(new SourceText("fromyaml", Text(a[0]))).Succeeded(out YamlNode? node) ? YamlValues.ToLoadedValue(node) : a[1]);

    /// <summary>`toyaml(value, default=None, sort_keys=False)`: block style, ending with a line break; what YAML cannot hold gives the default.</summary>
    public static Value ToYaml { get; } = FunctionValue.Of(
        "toyaml(value, default=None, sort_keys=False)",
        a => YamlWriter.TryWrite(a[0], a[2].IsTrue, out string? text) ? Value.Of(text) : a[1]);

    private static string Text(Value value) => value switch
    {
        StringValue text => text.Text,
        UndefinedValue undefined => throw undefined.Failure(),
        _ => throw TemplateException.TypeError("a string or stream input is required"),
    };
}
