using System.Text;

namespace Deck.Models.Engine.Loading.Seeds;

/// <summary>What is known of one column's type while its values go by.</summary>
internal sealed class SeedColumnGuess(string name, string? givenType)
{
    private SeedValueKind candidates = givenType is null ? SeedValueKind.All : SeedValueKind.Text;
    private SeedValueKind rewritten;
    private SeedNumberSize size;
    private bool hasWholeWithPoint;
    private bool hasQuotedNull;

    /// <summary>The same column before any of its values.</summary>
    public SeedColumnGuess Begin() => new(name, givenType);

    /// <param name="text">The value, in UTF-8.</param>
    /// <param name="quoted">Whether it stood in quotes.</param>
    public void Take(ReadOnlySpan<byte> text, bool quoted)
    {
        if (SeedTexts.IsNull(text))
        {
            rewritten |= text.IsEmpty ? SeedValueKind.None : SeedValueKind.All;
            hasQuotedNull |= quoted;
        }
        else if (candidates != SeedValueKind.Text && !TakePlain(text))
        {
            TakeAny(Encoding.UTF8.GetString(text));
        }
    }

    /// <summary>Takes what was found in another part of the file.</summary>
    public void Join(SeedColumnGuess other)
    {
        candidates &= other.candidates;
        rewritten |= other.rewritten;
        size = (SeedNumberSize)Math.Max((int)size, (int)other.size);
        hasWholeWithPoint |= other.hasWholeWithPoint;
        hasQuotedNull |= other.hasQuotedNull;
    }

    /// <summary>dbt's type for the first kind that all values fit; integers that need more than `integer` get it, where dbt fails.</summary>
    public SeedColumn Finish()
    {
        SeedValueKind kind = First(candidates);
        string type = kind switch
        {
            SeedValueKind.Number => size switch
            {
                SeedNumberSize.Integer => "integer",
                SeedNumberSize.BigInteger => "bigint",
                SeedNumberSize.Huge => "numeric",
                _ => "float8",
            },
            SeedValueKind.Date => "date",
            SeedValueKind.Timestamp or SeedValueKind.IsoTimestamp => "timestamp without time zone",
            SeedValueKind.Boolean => "boolean",
            _ => "text",
        };
        return new SeedColumn(name, givenType ?? type)
        {
            Kind = kind,
            IsVerbatim = !rewritten.HasFlag(kind) && (kind != SeedValueKind.Number || !hasWholeWithPoint || size == SeedNumberSize.Fractional),
            HasQuotedNull = hasQuotedNull,
        };
    }

    /// <summary>Takes a value that is what it is at a glance, as most are; false where it is not.</summary>
    private bool TakePlain(ReadOnlySpan<byte> text)
    {
        SeedValueKind kind = SeedValueKind.Number;
        if (SeedNumber.Read(text) is { } number)
        {
            Grow(number.Size);
            hasWholeWithPoint |= number.HasPoint && number.Size != SeedNumberSize.Fractional;
        }
        else
        {
            kind = SeedTexts.KindOf(text);
        }

        candidates &= kind == SeedValueKind.None ? SeedValueKind.All : kind | SeedValueKind.Text;
        return kind != SeedValueKind.None;
    }

    private void TakeAny(string text)
    {
        candidates = SeedValues.Fits(text, candidates);
        if (candidates.HasFlag(SeedValueKind.Number) && SeedValues.TryNumber(text, out string number))
        {
            Grow(SeedValues.SizeOf(number));
        }

        // A text stays as it is; whatever else the column turns out to be, this value is written in another form.
        rewritten |= SeedValueKind.All & ~SeedValueKind.Text;
    }

    private void Grow(SeedNumberSize own) => size = (SeedNumberSize)Math.Max((int)size, (int)own);

    /// <summary>The lowest flag that is set: kinds are declared in dbt's order.</summary>
    private static SeedValueKind First(SeedValueKind kinds) => kinds & (SeedValueKind)(-(int)kinds);
}
