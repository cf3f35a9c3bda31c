using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation.Context.Members;

/// <summary>`fromyaml` and `toyaml`.</summary>
internal static class YamlFunctions
{
    /// <summary>A YAML text as a value, or the default where it is no YAML.</summary>
    public static Value FromYaml { get; } = FunctionValue.Of(
        "fromyaml(value, default=None)",
        a => YamlReader.Read(new SourceText("<fromyaml>", a[0].ToText())).Succeeded(out YamlNode? node) ? YamlValues.ToValue(node) : a[1]);

    /// <summary>A value as YAML in block style.</summary>
    public static Value ToYaml { get; } = FunctionValue.Of(
        "toyaml(value, default=None, sort_keys=False)",
        a => YamlText.TryWrite(a[0], a[2].IsTrue, out string? text) ? Value.Of(text) : a[1]);
}
