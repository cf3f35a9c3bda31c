using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Templating;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Rendering;

/// <summary>dbt's `fromyaml` and `toyaml`, for every context.</summary>
public static class YamlFunctions
{
    /// <summary>`fromyaml(text, default=None)`: the document as PyYAML's safe loader gives it; broken YAML gives the default.</summary>
    public static Value FromYaml { get; } = new FunctionValue("fromyaml", arguments =>
    {
        Value text = Argument(arguments, 0, "value") ?? throw TemplateException.TypeError("fromyaml() missing 1 required positional argument: 'value'");
        Checked<YamlNode> read = YamlReader.Read(new SourceText("fromyaml", text.ToText()));
        return read.Succeeded(out YamlNode? node) ? YamlValues.ToValue(node) : Argument(arguments, 1, "default") ?? Value.None;
    });

    /// <summary>`toyaml(value, default=None, sort_keys=False)`: block style, ending with a line break; what YAML cannot hold gives the default.</summary>
    public static Value ToYaml { get; } = new FunctionValue("toyaml", arguments =>
    {
        Value value = Argument(arguments, 0, "value") ?? throw TemplateException.TypeError("toyaml() missing 1 required positional argument: 'value'");
        bool sorted = Argument(arguments, 2, "sort_keys")?.IsTrue == true;
        return YamlWriter.TryWrite(value, sorted, out string? text) ? Value.Of(text) : Argument(arguments, 1, "default") ?? Value.None;
    });

    private static Value? Argument(Arguments arguments, int index, string name)
    {
        if (index < arguments.Positional.Length)
        {
            return arguments.Positional[index];
        }

        foreach ((string key, Value value) in arguments.Named)
        {
            if (key == name)
            {
                return value;
            }
        }

        return null;
    }
}
