using Deck.Models.Text;

namespace Deck.Models.Engine.Execution.Sql;

/// <summary>A piece of SQL text that is neither blank nor comment.</summary>
public readonly record struct SqlToken(SqlTokenKind Kind, TextSpan Span)
{
    public bool IsWord(string sql, string word) => Kind == SqlTokenKind.Word && sql.AsSpan(Span.Start, Span.Length).Equals(word, StringComparison.OrdinalIgnoreCase);
}
