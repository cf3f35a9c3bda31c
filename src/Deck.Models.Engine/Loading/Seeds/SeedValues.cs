using System.Globalization;
using System.Numerics;
using System.Text;

namespace Deck.Models.Engine.Loading.Seeds;

/// <summary>Recognises seed values as dbt (agate) does, and writes them as PostgreSQL reads them.</summary>
internal static class SeedValues
{
    private const string CurrencySigns = "$¢£¤¥ƒ֏؋৲৳฿៛₠₡₢₣₤₥₦₧₨₩₪₫€₭₮₯₰₱₲₳₴₵₹₺₽";

    private static readonly string[] IsoFormats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzz", "yyyy-MM-dd'T'HH:mmK", "yyyyMMdd'T'HHmmss.FFFFFFFK", "yyyyMMdd'T'HHmmK",
    ];

    /// <summary>Those of the candidate kinds that the value fits; the value is not null.</summary>
    public static SeedValueKind Fits(string text, SeedValueKind candidates)
    {
        SeedValueKind fits = SeedValueKind.Text;
        fits |= candidates.HasFlag(SeedValueKind.Number) && TryNumber(text, out _) ? SeedValueKind.Number : 0;
        fits |= candidates.HasFlag(SeedValueKind.Date) && TryDate(text, out _) ? SeedValueKind.Date : 0;
        fits |= candidates.HasFlag(SeedValueKind.Timestamp) && TryTimestamp(text, out _) ? SeedValueKind.Timestamp : 0;
        fits |= candidates.HasFlag(SeedValueKind.IsoTimestamp) && TryIsoTimestamp(text, out _) ? SeedValueKind.IsoTimestamp : 0;
        fits |= candidates.HasFlag(SeedValueKind.Boolean) && IsBoolean(text) ? SeedValueKind.Boolean : 0;
        return fits & candidates;
    }

    /// <summary>A value of a kind as PostgreSQL reads it.</summary>
    public static string Write(string field, SeedValueKind kind) => kind switch
    {
        SeedValueKind.Number when TryNumber(field, out string number) => number,
        SeedValueKind.Date when TryDate(field, out string date) => date,
        SeedValueKind.Timestamp when TryTimestamp(field, out string timestamp) => timestamp,
        SeedValueKind.IsoTimestamp when TryIsoTimestamp(field, out string timestamp) => timestamp,
        SeedValueKind.Boolean => field.Trim().ToLowerInvariant(),
        _ => field,
    };

    /// <summary>The number in PostgreSQL's form: `1,000`, `$5`, `7%` and `1e3` are numbers to dbt; final zeros after the point go.</summary>
    public static bool TryNumber(string text, out string number)
    {
        ReadOnlySpan<char> trimmed = text.AsSpan().Trim().Trim('%');
        bool negative = trimmed.Length > 0 && trimmed[0] == '-';
        string body = (negative ? trimmed[1..] : trimmed).Trim(CurrencySigns).ToString().Replace(",", "", StringComparison.Ordinal);
        number = "";
        if (TryNotFinite(body, out number))
        {
            number = negative && number != "NaN" ? "-" + number : number;
            return true;
        }

        bool read = body.Length > 0 && body[0] != '-' && TryExpand(body, out number);
        number = read && negative && number != "0" ? "-" + number : number;
        return read;
    }

    public static bool TryDate(string text, out string date)
    {
        bool read = DateTime.TryParseExact(text.AsSpan().Trim(), "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day);
        date = read ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
        return read;
    }

    public static bool TryTimestamp(string text, out string timestamp)
    {
        bool read = DateTime.TryParseExact(text.AsSpan().Trim(), "yyyy-M-d H:m:s", CultureInfo.InvariantCulture, DateTimeStyles.AllowInnerWhite, out DateTime moment);
        timestamp = read ? moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : "";
        return read;
    }

    /// <summary>ISO 8601 with its `T`; an offset is taken to UTC, as a session in UTC does for dbt.</summary>
    public static bool TryIsoTimestamp(string text, out string timestamp)
    {
        const DateTimeStyles Styles = DateTimeStyles.AdjustToUniversal;
        timestamp = "";
        if (!text.Contains('T'))
        {
            return false;
        }

        bool read = DateTime.TryParseExact(text.AsSpan().Trim(), IsoFormats, CultureInfo.InvariantCulture, Styles, out DateTime moment);
        timestamp = read ? moment.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture) : "";
        return read;
    }

    public static bool IsBoolean(string text) => text.AsSpan().Trim().Equals("true", StringComparison.OrdinalIgnoreCase)
        || text.AsSpan().Trim().Equals("false", StringComparison.OrdinalIgnoreCase);

    private static bool TryNotFinite(string body, out string number)
    {
        number = body.ToLowerInvariant().TrimStart('+') switch
        {
            "nan" => "NaN",
            "inf" or "infinity" => "Infinity",
            _ => "",
        };
        return number.Length > 0;
    }

    /// <summary>Python's Decimal syntax (digits, underscores, a point, an exponent), written without exponent and without final zeros.</summary>
    private static bool TryExpand(string body, out string number)
    {
        const int GreatestExponent = 1000;
        number = "";
        string text = body.Replace("_", "", StringComparison.Ordinal);
        int e = text.IndexOfAny(['e', 'E']);
        int exponent = 0;
        if (e >= 0 && (!int.TryParse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent) || Math.Abs(exponent) > GreatestExponent))
        {
            return false;
        }

        string mantissa = (e < 0 ? text : text[..e]).TrimStart('+');
        int point = mantissa.IndexOf('.');
        string digits = point < 0 ? mantissa : mantissa.Remove(point, 1);
        if (digits.Length == 0 || digits.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        int scale = (point < 0 ? 0 : digits.Length - point) - exponent;
        number = Place(digits, scale);
        return true;
    }

    /// <summary>Digits with a point before the last <paramref name="scale"/> of them; a negative scale appends zeros.</summary>
    private static string Place(string digits, int scale)
    {
        StringBuilder text = new(digits);
        text.Append('0', Math.Max(0, -scale));
        int places = Math.Max(0, scale);
        text.Insert(0, "0", Math.Max(0, places + 1 - text.Length));
        string whole = text.ToString(0, text.Length - places).TrimStart('0');
        string fraction = text.ToString(text.Length - places, places).TrimEnd('0');
        return (whole.Length == 0 ? "0" : whole) + (fraction.Length == 0 ? "" : "." + fraction);
    }

    /// <summary>The PostgreSQL type that holds a written number.</summary>
    public static SeedNumberSize SizeOf(string number)
    {
        if (number.Contains('.') || number.Contains('N') || number.Contains('I'))
        {
            return SeedNumberSize.Fractional;
        }

        if (int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
        {
            return SeedNumberSize.Integer;
        }

        return BigInteger.Parse(number, CultureInfo.InvariantCulture) is var big && big >= long.MinValue && big <= long.MaxValue ? SeedNumberSize.BigInteger : SeedNumberSize.Huge;
    }
}
