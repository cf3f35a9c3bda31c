using System.Collections.Immutable;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Cli.Commands.Session;

/// <summary>Reads `--vars` and `--args`: YAML mappings, as dbt takes them.</summary>
internal static class VarsParser
{
    /// <param name="option">The option as the user writes it.</param>
    public static Checked<CommandLineVars> Parse(string? text, string option)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Check.Ok(CommandLineVars.None);
        }

        SourceText source = new(option, text);
        Checked<YamlNode> parsed = YamlReader.Read(source);
        if (!parsed.Succeeded(out YamlNode? root))
        {
            return Check.Failed<CommandLineVars>(parsed.Diagnostics);
        }

        return root is YamlMapping mapping
            ? Check.Ok(new CommandLineVars(mapping.Entries.ToImmutableDictionary(e => e.Key, e => YamlValues.ToValue(e.Value))))
            : Check.Failed<CommandLineVars>(Diagnostic.Error(CliCodes.BadVars, $"`{option}` takes a mapping", new Location(source, new TextSpan(0, text.Length)))
                .WithHint($"write it as {option} '{{name: value, other: 5}}'; a space belongs after each colon"));
    }
}
