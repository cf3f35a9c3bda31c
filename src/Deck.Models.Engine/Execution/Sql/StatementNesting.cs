namespace Deck.Models.Engine.Execution.Sql;

/// <summary>How deep a statement is in parentheses and in the body of a SQL-standard function.</summary>
internal sealed class StatementNesting
{
    private int parentheses;
    private int blocks;
    private bool isCreate;
    private bool isFirst = true;
    private bool afterBegin;

    /// <summary>True where a semicolon ends the statement.</summary>
    public bool IsOutermost => parentheses <= 0 && blocks == 0;

    public void Enter(SqlToken token, string sql)
    {
        isCreate |= isFirst && token.IsWord(sql, "create");
        isFirst = false;
        if (token.Kind == SqlTokenKind.Symbol)
        {
            parentheses += sql[token.Span.Start] switch { '(' => 1, ')' => -1, _ => 0 };
        }

        if (isCreate && token.Kind == SqlTokenKind.Word)
        {
            EnterWord(token, sql);
        }
    }

    private void EnterWord(SqlToken token, string sql)
    {
        bool opens = (afterBegin && token.IsWord(sql, "atomic")) || (blocks > 0 && token.IsWord(sql, "case"));
        bool closes = blocks > 0 && token.IsWord(sql, "end");
        blocks += opens ? 1 : closes ? -1 : 0;
        afterBegin = token.IsWord(sql, "begin");
    }
}
