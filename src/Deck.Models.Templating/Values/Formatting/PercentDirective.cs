namespace Deck.Models.Templating.Values;

/// <summary>One directive of C-style formatting: `%[flags][width][.precision]type`; the reader has dealt with its key.</summary>
internal readonly record struct PercentDirective(string Flags, int Width, int Precision, char Type)
{
    public bool Has(char flag) => Flags.Contains(flag);

    /// <summary>Sign and padding around digits; numbers may be padded with zeros behind the sign.</summary>
    public string Pad(string sign, string body, bool zeros)
    {
        int missing = Width - sign.Length - CodePoints.Count(body);
        return missing <= 0 ? sign + body
            : Has('-') ? sign + body + StringOperators.Repeat(" ", missing)
            : zeros && Has('0') ? sign + StringOperators.Repeat("0", missing) + body
            : StringOperators.Repeat(" ", missing) + sign + body;
    }

    /// <summary>The sign that the flags ask for.</summary>
    public string Sign(bool negative) => negative ? "-" : Has('+') ? "+" : Has(' ') ? " " : "";
}
