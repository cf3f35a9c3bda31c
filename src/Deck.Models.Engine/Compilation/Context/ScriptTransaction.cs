using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Planning.Statements;
using Deck.Models.Templating;

namespace Deck.Models.Engine.Compilation.Context;

/// <summary>The transaction of a materialization that is written in Jinja: opened by its first statement, closed by `adapter.commit()`, gone after an error. What comes after it commits by itself.</summary>
/// <remarks>
/// dbt's driver (psycopg2) sends `begin` before the first statement of a connection and never again, as it does not see that dbt sends `commit` as a text.
/// Hooks outside of the transaction that come before it do not open it here; with dbt, whatever follows them commits by itself.
/// </remarks>
internal sealed class ScriptTransaction(ExecuteScope scope)
{
    private readonly List<string> sent = [];
    private bool wasCommitted;

    public bool IsOpen { get; private set; }

    /// <summary>Every statement sent, as one text.</summary>
    public string SentText => string.Concat(sent.Select(s => $"{s};\n"));

    public QueryResult Execute(string sql)
    {
        if (!IsOpen && !wasCommitted)
        {
            Send("begin");
            IsOpen = true;
            TakeTurn();
        }

        QueryResult result = Send(sql);
        NoteEnd(result.CommandTag);
        return result;
    }

    /// <summary>Runs a statement that commits by itself.</summary>
    public QueryResult ExecuteOutside(string sql) => Send(sql);

    public void Commit()
    {
        if (IsOpen)
        {
            NoteEnd(Send("commit").CommandTag);
        }
    }

    public void RollBack()
    {
        if (IsOpen)
        {
            Send("rollback");
        }
    }

    /// <summary>A script may send its `commit` as a text, too.</summary>
    private void NoteEnd(string tag)
    {
        wasCommitted |= tag == "COMMIT";
        IsOpen &= tag != "COMMIT";
    }

    /// <summary>As every other build of a relation: two runs that meet at it go one after the other.</summary>
    private void TakeTurn()
    {
        if (scope.Node.Relation is { } relation)
        {
            Send(TurnStatement.Of(relation with { Database = null }));
        }
    }

    /// <summary>The session rolls back what the server refused.</summary>
    private QueryResult Send(string sql)
    {
        sent.Add(sql.Trim().TrimEnd(';'));
        try
        {
            return scope.Query(sql);
        }
        catch (TemplateException)
        {
            IsOpen = false;
            throw;
        }
    }
}
