using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Seeds;

/// <summary>Diagnostics of reading seeds.</summary>
public static class SeedCodes
{
    public static readonly DiagnosticCode TooManyFields = new(340, "seed row with too many fields");

    public static readonly DiagnosticCode TooFewFields = new(341, "seed row with too few fields");

    public static readonly DiagnosticCode BadHeader = new(342, "seed header with an unusable name");

    public static readonly DiagnosticCode UnclosedQuote = new(343, "seed value whose quote is never closed");

    public static readonly DiagnosticCode UnknownColumn = new(344, "`column_types` of a column that the seed does not have");

    public static readonly DiagnosticCode BadDelimiter = new(345, "seed delimiter that is not one character");
}
