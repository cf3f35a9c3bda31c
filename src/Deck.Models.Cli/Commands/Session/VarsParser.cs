using System.Collections.Immutable;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Cli.Commands.Session;

/// <summary>Reads `--vars`: a YAML mapping, as dbt takes it.</summary>
internal static class VarsParser
{
    public static Checked<CommandLineVars> Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Check.Ok(CommandLineVars.None);
        }

        SourceText source = new("--vars", text);
        Checked<YamlNode> parsed = YamlReader.Read(source);
        if (!parsed.Succeeded(out YamlNode? root))
        {
            return Check.Failed<CommandLineVars>(parsed.Diagnostics);
        }

        return root is YamlMapping mapping
            ? Check.Ok(new CommandLineVars(mapping.Entries.ToImmutableDictionary(e => e.Key, e => YamlValues.ToValue(e.Value))))
            : Check.Failed<CommandLineVars>(Diagnostic.Error(CliCodes.BadVars, "`--vars` takes a mapping", new Location(source, new TextSpan(0, text.Length)))
                .WithHint("write it as --vars '{name: value, other: 5}'; a space belongs after each colon"));
    }
}
