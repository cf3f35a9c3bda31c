using System.Collections.Immutable;

namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>Statements in the making of one batch, and which of them is the node's own.</summary>
internal sealed class StatementList
{
    private readonly List<SqlStatement> statements = [];

    public int? Main { get; private set; }

    public ImmutableArray<SqlStatement> Statements => [.. statements];

    public StatementList Add(string sql)
    {
        statements.Add(SqlStatement.Of(sql));
        return this;
    }

    public StatementList AddAll(IEnumerable<string> sql)
    {
        statements.AddRange(sql.Select(s => SqlStatement.Of(s)));
        return this;
    }

    /// <summary>Adds the statement whose answer is the node's.</summary>
    public StatementList AddMain(SqlStatement statement)
    {
        Main = statements.Count;
        statements.Add(statement);
        return this;
    }

    /// <summary>Adds `sql_header` and the hooks that run inside the transaction, before.</summary>
    public StatementList AddHeader(ModelStatements model) => AddAll(model.BeforeBuild());

    public BatchStep ToStep() => new(SqlBatch.Atomic(Statements), Main);
}
