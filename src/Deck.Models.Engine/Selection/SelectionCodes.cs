using Deck.Models.Text;

namespace Deck.Models.Engine.Selection;

/// <summary>The mistakes of `--select`, `--exclude` and their kin.</summary>
public static class SelectionCodes
{
    public static readonly DiagnosticCode MalformedCriterion = new(501, "a selection criterion is not written as one");

    public static readonly DiagnosticCode UnknownMethod = new(502, "unknown selection method");

    public static readonly DiagnosticCode MatchesNothing = new(503, "a selection criterion matches nothing") { WarningName = "NoNodesForSelectionCriteria" };

    public static readonly DiagnosticCode UnknownWord = new(504, "a word that a selection option does not know");

    public static readonly DiagnosticCode NotAvailable = new(505, "a selection that compares with something that is not there");

    public static readonly DiagnosticCode UnreadableState = new(506, "artifacts of an earlier run that cannot be read");

    public static readonly DiagnosticCode MalformedSelector = new(507, "a selector that is not written as one");

    public static readonly DiagnosticCode UnknownSelector = new(508, "unknown selector");

    public static readonly DiagnosticCode CircularSelector = new(509, "selectors that refer to each other");

    public static readonly DiagnosticCode BrokenContract = new(510, "a model no longer keeps its contract") { WarningName = "UnversionedBreakingChange" };

    public static readonly DiagnosticCode BrokenVersionContract = new(511, "a version of a model no longer keeps its contract");
}
