using System.Diagnostics.CodeAnalysis;
using Deck.Models.Templating.Parsing;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Rendering;

/// <summary>Python's `ast.literal_eval`, as far as it can come from a YAML value.</summary>
internal static class PythonLiteral
{
    public static bool TryParse(string text, [NotNullWhen(true)] out Value? value)
    {
        value = Parser.ParseLiteral(new SourceText("", text))?.Fold();
        return value is not null;
    }
}
