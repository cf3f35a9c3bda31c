using Deck.Models.Engine.Execution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation;

/// <summary>Turns errors of the server into diagnostics at the user's own line.</summary>
public static class DatabaseDiagnostics
{
    private const int LongestContext = 300;
    private const int MostContexts = 4;

    /// <summary>Describes an error in a statement that is a node's SQL and nothing else.</summary>
    public static Diagnostic Describe(DatabaseError error, CompiledModel model) => Describe(error, model, 0);

    /// <summary>Describes an error in a statement that holds a node's SQL. Where the server tells no position, the file is named and no line of it.</summary>
    /// <param name="modelOffset">Where the node's SQL starts in the statement (<see cref="Planning.SqlStatement.ModelOffset"/>), or null where it is not in it.</param>
    public static Diagnostic Describe(DatabaseError error, CompiledModel model, int? modelOffset) =>
        PlaceOf(error, model, modelOffset) is { } place
            ? Describe(CompilationCodes.StatementFailed, error).At(place)
            : Describe(CompilationCodes.StatementFailed, error)
                .WithDetail("statement", modelOffset is null && error.Statement is { } statement ? Shorten(statement) : null)
                .At(model.Node.Location with { IsFileOnly = true });

    /// <summary>Describes an error of a query that a template sent; the place is that of the call.</summary>
    internal static Diagnostic DescribeQuery(DatabaseError error)
    {
        Diagnostic diagnostic = Describe(CompilationCodes.QueryFailed, error);
        return error.Statement is { } statement ? diagnostic.WithDetail("query", Shorten(statement)) : diagnostic;
    }

    /// <summary>What happened, in the server's or the system's words.</summary>
    internal static string SentenceOf(DatabaseError error) =>
        $"{WordsOf(error)} (SQLSTATE {error.SqlState})";

    /// <summary>The same without the code, for what need not be the server's.</summary>
    internal static string WordsOf(DatabaseError error) =>
        $"{(error.LostProcess is null ? "" : "the connection to the server was lost: ")}{error.Message.Trim().TrimEnd('.')}";

    private static Diagnostic Describe(DiagnosticCode code, DatabaseError error) =>
        Diagnostic.Error(code, SentenceOf(error))
            .WithDetail("detail", error.Detail)
            .WithContext(error.Where)
            .WithHints(error);

    /// <summary>The server's context, innermost first: each function with its line.</summary>
    private static Diagnostic WithContext(this Diagnostic diagnostic, string? context) => (context ?? "")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Take(MostContexts)
        .Aggregate(diagnostic, (d, line) => d.WithDetail("context", Shorten(line)));

    private static Location? PlaceOf(DatabaseError error, CompiledModel model, int? modelOffset)
    {
        if (error.Position is not { } position || modelOffset is not { } start || position < start || position - start > model.Sql.Length)
        {
            return null;
        }

        int at = position - start;
        Location? origin = model.Map.OriginOf(at);
        return origin is { Span.Length: 1 } exact ? exact with { Span = new TextSpan(exact.Span.Start, WordLength(model.Sql, at)) } : origin;
    }

    /// <summary>The word that the server points at, so that the marker covers it.</summary>
    private static int WordLength(string sql, int start)
    {
        int end = start;
        while (end < sql.Length && (char.IsLetterOrDigit(sql[end]) || sql[end] == '_'))
        {
            end++;
        }

        return Math.Max(1, end - start);
    }

    private static string Shorten(string text)
    {
        string line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestContext ? line : $"{line[..LongestContext]}…";
    }

    /// <summary>With what the server advises, and what there is to say besides.</summary>
    public static Diagnostic WithHints(this Diagnostic diagnostic, DatabaseError error) => diagnostic.WithHint(error.Hint).WithHint(error.Advice);
}
