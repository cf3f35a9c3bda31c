using System.Diagnostics.CodeAnalysis;
using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Rendering;

/// <summary>Python's `ast.literal_eval`, as far as it can come from a YAML value.</summary>
internal static class PythonLiteral
{
    public static bool TryParse(string text, [NotNullWhen(true)] out Value? value)
    {
        try
        {
            value = new PythonLiteralReader(text).ReadWhole();
            return true;
        }
        catch (FormatException)
        {
            value = null;
            return false;
        }
    }
}
