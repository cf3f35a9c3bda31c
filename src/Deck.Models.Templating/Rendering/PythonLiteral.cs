using System.Diagnostics.CodeAnalysis;
using Deck.Models.Templating.Parsing;
using Deck.Models.Templating.Syntax;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Rendering;

/// <summary>Python's `ast.literal_eval`, as far as it can come from a YAML value.</summary>
internal static class PythonLiteral
{
    public static bool TryParse(string text, [NotNullWhen(true)] out Value? value)
    {
        value = null;
        if (text.StartsWith(' ') || text.StartsWith('\t') || text.Contains('|') || text.Contains('~'))
        {
            return false;
        }

        Expression? expression = Parser.ParseLiteral(new SourceText("", text));
        value = expression?.Fold();
        return value is not null;
    }
}
