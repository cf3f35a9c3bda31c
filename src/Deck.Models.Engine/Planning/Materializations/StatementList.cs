using System.Collections.Immutable;

namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>Statements in the making of one batch, and which of them is the node's own.</summary>
internal sealed class StatementList
{
    private readonly List<SqlStatement> statements = [];
    private readonly List<int> counted = [];
    private int? main;

    public StatementList Add(string sql)
    {
        statements.Add(SqlStatement.Of(sql));
        return this;
    }

    public StatementList Add(SqlStatement statement)
    {
        statements.Add(statement);
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
        main = statements.Count;
        statements.Add(statement);
        return this;
    }

    /// <summary>Adds statements that insert rows which the node's answer counts too.</summary>
    public StatementList AddCounted(IEnumerable<string> sql)
    {
        foreach (string insert in sql)
        {
            counted.Add(statements.Count);
            Add(insert);
        }

        return this;
    }

    /// <summary>Adds the turn of the relation, `sql_header` and the hooks that run inside the transaction, before.</summary>
    public StatementList AddHeader(ModelStatements model) => AddAll(model.BeforeBuild());

    /// <summary>The batch that opens the node's transaction.</summary>
    public SqlBatch ToStart() => new([.. statements], BatchExtent.Begin);

    /// <summary>A batch of the open transaction that more will follow.</summary>
    public SqlBatch ToNext() => new([.. statements], BatchExtent.Continue);

    /// <summary>The node's whole transaction, which no hooks follow.</summary>
    public BatchStep ToWhole() => new(new SqlBatch([.. statements], BatchExtent.Whole), main);

    /// <summary>The node's whole transaction.</summary>
    public ImmutableArray<PlanStep> ToSteps(ModelStatements model) => Close(model, BatchExtent.Whole, BatchExtent.Begin);

    /// <summary>What is left of a transaction that is open.</summary>
    public ImmutableArray<PlanStep> ToRest(ModelStatements model) => Close(model, BatchExtent.End, BatchExtent.Continue);

    /// <summary>Hooks that wait for what is built cost an exchange of their own.</summary>
    private ImmutableArray<PlanStep> Close(ModelStatements model, BatchExtent last, BatchExtent beforeHooks) => model.LateHooks is { } hooks
        ? [ToStep(beforeHooks), hooks]
        : [ToStep(last)];

    private BatchStep ToStep(BatchExtent extent) => new(new SqlBatch([.. statements], extent), main) { Counted = [.. counted] };
}
