namespace Deck.Models.Engine.Packages.Versions;

/// <summary>What several version specifiers allow together: from <paramref name="Start"/> to <paramref name="End"/>, null where there is no bound.</summary>
public sealed record VersionRange(VersionSpecifier? Start, VersionSpecifier? End)
{
    /// <summary>Every version.</summary>
    public static VersionRange Any { get; } = new(null, null);

    /// <summary>The versions that all specifiers allow, or null where there can be none. As in dbt, the last one is taken first: the order is not symmetric.</summary>
    public static VersionRange? Reduce(params IReadOnlyList<VersionSpecifier> specifiers)
    {
        VersionRange? range = specifiers.Count == 0 ? Any : Of(specifiers[^1]);
        for (int i = 0; i < specifiers.Count - 1 && range is not null; i++)
        {
            range = range.Narrow(Of(specifiers[i]));
        }

        return range;
    }

    public bool Allows(VersionSpecifier version)
    {
        VersionSpecifier?[] all = [version, Start, End];
        return Reduce([.. all.OfType<VersionSpecifier>()]) is not null;
    }

    public override string ToString() => (Start, End) switch
    {
        (null, null) => "any version",
        ({ } start, null) => start.ToString(),
        (null, { } end) => end.ToString(),
        ({ IsExact: true } exact, _) => exact.ToString(),
        ({ } start, { } end) => $"{start}, {end}",
    };

    private static VersionRange Of(VersionSpecifier specifier) => specifier.Matcher switch
    {
        VersionMatcher.Exact => new(specifier, specifier),
        VersionMatcher.Greater or VersionMatcher.GreaterOrEqual => new(specifier, null),
        _ => new(null, specifier),
    };

    private VersionRange? Narrow(VersionRange other)
    {
        if (Start is { IsExact: true } mine && other.Start is { IsExact: true } theirs)
        {
            return mine.CompareTo(theirs) == 0 ? new VersionRange(mine, mine) : null;
        }

        if (!TryCombine(Start, other.Start, isLower: true, out VersionSpecifier? start) || !TryCombine(End, other.End, isLower: false, out VersionSpecifier? end))
        {
            return null;
        }

        bool crossed = start is not null && end is not null && start.CompareTo(end) > 0;
        return crossed ? null : new VersionRange(start, end);
    }

    /// <summary>One of two bounds on the same side; false where one is an exact version that the other forbids.</summary>
    private static bool TryCombine(VersionSpecifier? a, VersionSpecifier? b, bool isLower, out VersionSpecifier? combined)
    {
        if (a is null || b is null)
        {
            combined = a ?? b;
            return true;
        }

        if (a.IsExact || b.IsExact)
        {
            (VersionSpecifier exact, VersionSpecifier bound) = a.IsExact ? (a, b) : (b, a);
            combined = exact;
            return isLower ? FitsAbove(bound, exact) : FitsBelow(bound, exact);
        }

        int order = a.CompareTo(b);
        combined = (isLower ? order < 0 : order > 0) ? b : a;
        return true;
    }

    private static bool FitsAbove(VersionSpecifier lower, VersionSpecifier exact) =>
        lower.CompareTo(exact) is var order && (order < 0 || (order == 0 && lower.Matcher == VersionMatcher.GreaterOrEqual));

    private static bool FitsBelow(VersionSpecifier upper, VersionSpecifier exact) =>
        upper.CompareTo(exact) is var order && (order > 0 || (order == 0 && upper.Matcher == VersionMatcher.LessOrEqual));
}
