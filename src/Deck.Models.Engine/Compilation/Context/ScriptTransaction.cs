using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Planning.Statements;
using Deck.Models.Templating;

namespace Deck.Models.Engine.Compilation.Context;

/// <summary>The transaction of a materialization that is written in Jinja: opened by its first statement, closed by `adapter.commit()`, gone after an error.</summary>
/// <remarks>dbt's driver opens a transaction for every statement; only hooks that are to run outside of one come after a `commit` of their own.</remarks>
internal sealed class ScriptTransaction(ExecuteScope scope)
{
    private readonly List<string> sent = [];

    public bool IsOpen { get; private set; }

    /// <summary>Every statement sent, as one text.</summary>
    public string SentText => string.Concat(sent.Select(s => $"{s};\n"));

    public QueryResult Execute(string sql)
    {
        if (!IsOpen)
        {
            Send("begin");
            IsOpen = true;
            TakeTurn();
        }

        return Send(sql);
    }

    /// <summary>Runs a statement that commits by itself.</summary>
    public QueryResult ExecuteOutside(string sql) => Send(sql);

    public void Commit()
    {
        if (IsOpen)
        {
            Send("commit");
            IsOpen = false;
        }
    }

    public void RollBack()
    {
        if (IsOpen)
        {
            Send("rollback");
        }
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
