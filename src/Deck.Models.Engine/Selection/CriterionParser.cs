using System.Collections.Immutable;
using Deck.Models.Text;

namespace Deck.Models.Engine.Selection;

/// <summary>Reads one criterion: `@`, `N+`, `method.argument:`, the value, `+N`.</summary>
internal static class CriterionParser
{
    private static readonly ImmutableArray<string> FileEndings = [".sql", ".py", ".csv"];

    /// <summary>The criterion, or a diagnostic.</summary>
    public static Checked<SelectionCriterion> Parse(SourceText text, TextSpan span)
    {
        Location place = new(text, span);
        string rest = text.Content.Substring(span.Start, span.Length);
        bool around = TakePrefix(ref rest, "@");
        int parents = TakeParents(ref rest);
        string? method = TakeMethod(ref rest);
        int children = TakeChildren(ref rest);
        Diagnostic? mistake = rest.Length == 0
            ? Diagnostic.Error(SelectionCodes.MalformedCriterion, "a selection criterion has no value", place)
            : around && children > 0 ? Diagnostic
                .Error(SelectionCodes.MalformedCriterion, "`@` before and `+` after a criterion exclude each other", place)
                .WithHint("`@` takes all descendants along already") : null;
        SelectionMethod found = DefaultMethod(rest);
        string[] parts = method?.Split('.') ?? [];
        if (mistake is null && parts.Length > 0 && !SelectionMethods.TryParse(parts[0], out found))
        {
            mistake = DescribeUnknown(parts[0], place);
        }

        return mistake is not null ? Check.Failed<SelectionCriterion>(mistake) : Check.Ok(new SelectionCriterion
        {
            Method = found,
            MethodArguments = [.. parts.Skip(1)],
            Value = rest,
            WithChildrensParents = around,
            ParentsDepth = parents,
            ChildrenDepth = children,
            Location = place,
        });
    }

    /// <summary>The mistake of a method that does not exist.</summary>
    public static Diagnostic DescribeUnknown(string method, Location place) => Diagnostic
        .Error(SelectionCodes.UnknownMethod, $"`{method}` is no selection method", place)
        .WithHint(Spelling.DidYouMean(method, SelectionMethods.Names) ?? $"methods are {string.Join(", ", SelectionMethods.Names.Order(StringComparer.Ordinal))}");

    /// <summary>A path has a separator, a file has its ending, anything else is a name.</summary>
    private static SelectionMethod DefaultMethod(string value)
    {
        if (value.Contains('/', StringComparison.Ordinal))
        {
            return SelectionMethod.Path;
        }

        return FileEndings.Any(e => value.EndsWith(e, StringComparison.OrdinalIgnoreCase)) ? SelectionMethod.File : SelectionMethod.Fqn;
    }

    private static bool TakePrefix(ref string rest, string prefix)
    {
        bool taken = rest.StartsWith(prefix, StringComparison.Ordinal);
        rest = taken ? rest[prefix.Length..] : rest;
        return taken;
    }

    /// <summary>`+` or `3+` at the start.</summary>
    private static int TakeParents(ref string rest)
    {
        int digits = rest.TakeWhile(char.IsAsciiDigit).Count();
        if (digits >= rest.Length || rest[digits] != '+')
        {
            return 0;
        }

        int depth = Depth(rest[..digits]);
        rest = rest[(digits + 1)..];
        return depth;
    }

    /// <summary>`+` or `+3` at the end.</summary>
    private static int TakeChildren(ref string rest)
    {
        int digits = rest.Reverse().TakeWhile(char.IsAsciiDigit).Count();
        int plus = rest.Length - digits - 1;
        if (plus < 0 || rest[plus] != '+')
        {
            return 0;
        }

        int depth = Depth(rest[(plus + 1)..]);
        rest = rest[..plus];
        return depth;
    }

    /// <summary>Letters, digits, `_` and `.` up to the first colon.</summary>
    private static string? TakeMethod(ref string rest)
    {
        int colon = rest.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || !rest[..colon].All(c => char.IsLetterOrDigit(c) || c is '_' or '.'))
        {
            return null;
        }

        string method = rest[..colon];
        rest = rest[(colon + 1)..];
        return method;
    }

    /// <summary>No digits mean any number of steps.</summary>
    private static int Depth(string digits) => digits.Length > 0 && int.TryParse(digits, out int depth) ? depth : int.MaxValue;
}
