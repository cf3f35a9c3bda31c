namespace Deck.Models.Templating.Values;

/// <summary>One directive of C-style formatting: `%[(key)][flags][width][.precision]type`.</summary>
internal readonly record struct PercentDirective(string? Key, string Flags, int Width, int Precision, char Type)
{
    public bool Has(char flag) => Flags.Contains(flag);

    /// <summary>Sign and padding around digits; numbers may be padded with zeros behind the sign.</summary>
    public string Pad(string sign, string body, bool zeros)
    {
        int missing = Width - sign.Length - CodePoints.Count(body);
        return missing <= 0 ? sign + body
            : Has('-') ? sign + body + new string(' ', missing)
            : zeros && Has('0') ? sign + new string('0', missing) + body
            : new string(' ', missing) + sign + body;
    }

    /// <summary>The sign that the flags ask for.</summary>
    public string Sign(bool negative) => negative ? "-" : Has('+') ? "+" : Has(' ') ? " " : "";
}
