using System.Globalization;

namespace Deck.Models.Templating.Values;

/// <summary>Reads the parameter list of a <see cref="Signature"/>.</summary>
internal static class SignatureParser
{
    public static Parameter[] Parse(string text)
    {
        var parameters = new List<Parameter>();
        ParameterKind kind = ParameterKind.Ordinary;
        foreach (string part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            switch (part)
            {
                case "/":
                    parameters = [.. parameters.Select(p => p with { Kind = ParameterKind.PositionalOnly })];
                    break;
                case "*":
                    kind = ParameterKind.KeywordOnly;
                    break;
                case ['*', '*', ..]:
                    parameters.Add(new Parameter(part[2..], ParameterKind.Extra, false, null));
                    break;
                case ['*', ..]:
                    parameters.Add(new Parameter(part[1..], ParameterKind.Rest, false, null));
                    kind = ParameterKind.KeywordOnly;
                    break;
                default:
                    parameters.Add(ParseOne(part, kind));
                    break;
            }
        }

        return [.. parameters];
    }

    private static Parameter ParseOne(string part, ParameterKind kind)
    {
        int equals = part.IndexOf('=');
        return equals < 0
            ? new Parameter(part, kind, true, null)
            : new Parameter(part[..equals].TrimEnd(), kind, false, Literal(part[(equals + 1)..].TrimStart()));
    }

    private static Value? Literal(string text) =>
        text switch
        {
            "..." => null,
            "None" => Value.None,
            "True" => Value.Of(true),
            "False" => Value.Of(false),
            ['\'', .., '\''] => Value.Of(text[1..^1]),
            _ when long.TryParse(text, CultureInfo.InvariantCulture, out long integer) => Value.Of(integer),
            _ => Value.Of(double.Parse(text, CultureInfo.InvariantCulture)),
        };
}
