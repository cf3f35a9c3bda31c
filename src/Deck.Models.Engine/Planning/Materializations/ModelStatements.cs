using Deck.Models.Engine.Planning.Materializations.Contracts;
using System.Collections.Immutable;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Planning.Statements;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>The statements that all materializations share: names, hooks, swap, grants, comments.</summary>
internal sealed class ModelStatements
{
    private readonly CompiledModel compiled;
    private readonly MaterializationOptions options;

    public ModelStatements(CompiledModel compiled, MaterializationOptions options)
    {
        this.compiled = compiled;
        this.options = options;
        RelationName relation = compiled.Node.Relation ?? throw new ArgumentException($"{compiled.Node.Id} has no relation", nameof(compiled));
        TargetName = relation with { Database = null };
        BesideName = BesideOf(relation);
        Contract = Contract.Of(compiled);
    }

    public RelationName TargetName { get; }

    public RelationName BesideName { get; }

    /// <summary>What the model's query must give, or null where nothing is enforced.</summary>
    public Contract? Contract { get; }

    /// <summary>The name under which a relation is built before it takes its own.</summary>
    public static RelationName BesideOf(RelationName relation) => TemporaryName.Of(relation with { Database = null });

    public string Target => TargetName.Quoted;

    /// <summary>The quoted name under which the new relation is built.</summary>
    public string Beside => BesideName.Quoted;

    public bool IsFullRefresh => options.IsFullRefresh(compiled.Node);

    public string Unlogged => compiled.Node.Config.GetBoolean("unlogged") == true ? "unlogged " : "";

    /// <summary>The model's query between two pieces of text, with the offset that leads errors back to it.</summary>
    public SqlStatement Query(string before, string after) => new($"{before}{compiled.Sql}{after}", [], before.Length);

    /// <summary>The transaction of a list that begins with <paramref name="head"/>; where a contract is enforced, the server is asked before the rest is sent.</summary>
    public ImmutableArray<PlanStep> Transaction(StatementList head, Func<StatementList, StatementList> rest) => Contract is { } contract
        ? [contract.Verify(head, Given, () => rest(new StatementList()).ToRest(this))]
        : rest(head).ToSteps(this);

    /// <summary>The query's columns without its rows.</summary>
    public SqlStatement Given => Query("select * from (\n", "\n) as dbt_contract_rows limit 0");

    /// <summary>Makes the view, or writes its query anew.</summary>
    public SqlStatement InPlace => Query($"create or replace view {Target} as (\n", "\n)");

    /// <summary>True where more than the model's query goes to the server, or is asked of it: hooks, a header, a contract.</summary>
    public bool HasTextsBeside => Contract is not null || compiled.Node.Config.GetText("sql_header") is not null || !compiled.PreHooks.IsEmpty || !compiled.PostHooks.IsEmpty;

    /// <summary>Creates and fills a table: with the columns and constraints of the contract, or as the query gives it.</summary>
    public StatementList CreateTable(StatementList list, string relation) => Contract is { } contract
        ? list.Add($"create {Unlogged}table {relation} (\n  {(relation == Beside ? contract.DefinitionBeside : contract.Definition)}\n)")
            .AddMain(Query($"insert into {relation} ({contract.Names})\nselect {contract.Names}\nfrom (\n", "\n) as model_subq"))
        : list.AddMain(Query($"create {Unlogged}table {relation} as (\n", "\n)"));

    /// <summary>Hooks that run outside the transaction.</summary>
    public ImmutableArray<PlanStep> Before => Outside(compiled.PreHooks);

    public ImmutableArray<PlanStep> After => compiled.PostHooks.IsDeferred(inTransaction: false)
        ? [new LaterStep(() => RenderHooks(inTransaction: false, Outside))]
        : Outside(compiled.PostHooks.Known);

    /// <summary>The hooks that run inside the transaction where they can only be rendered after the build, and its commit; else null.</summary>
    public LaterStep? LateHooks => compiled.PostHooks.IsDeferred(inTransaction: true)
        ? new LaterStep(() => RenderHooks(inTransaction: true, hooks => [new BatchStep(new SqlBatch([.. hooks.Select(h => SqlStatement.Of(h.Sql))], BatchExtent.End))]))
        : null;

    public IEnumerable<string> DropLeftover() => options.Leftover is { } leftover ? [DropStatement.Of(leftover.Kind, BesideName)] : [];

    public IEnumerable<string> BeforeBuild()
    {
        string turn = TurnStatement.Of(TargetName);
        IEnumerable<string> hooks = compiled.PreHooks.Where(h => h.InTransaction).Select(h => h.Sql);
        return compiled.Node.Config.GetText("sql_header") is { } header ? [turn, .. hooks, header] : [turn, .. hooks];
    }

    /// <summary>Drops what stands under the target's name, keeps the views that depend on it, and gives the new relation the name.</summary>
    public string Replace(RelationKind kind) => ReplaceStatement.Of(TargetName, BesideName, kind);

    /// <summary>Grants, comments and the hooks that run inside the transaction, after.</summary>
    /// <param name="isNew">False where the relation kept its identity, and with it grants that may no longer be wanted.</param>
    public IEnumerable<string> AfterBuild(RelationKind kind, bool isNew) =>
    [
        .. GrantStatements.Of(compiled.Node, TargetName, isNew),
        .. CommentStatements.Of(compiled.Node, TargetName, kind),
        .. compiled.PostHooks.Known.Where(h => h.InTransaction).Select(h => h.Sql),
    ];

    /// <summary>The same for a function.</summary>
    /// <param name="types">The types of its arguments.</param>
    public IEnumerable<string> AfterFunction(string types) =>
    [
        .. GrantStatements.OfFunction(compiled.Node, TargetName, types),
        .. CommentStatements.OfFunction(compiled.Node, TargetName, types),
        .. compiled.PostHooks.Known.Where(h => h.InTransaction).Select(h => h.Sql),
    ];

    /// <summary>Marks a seed's table where it is to be marked; what comes after changes the table's state.</summary>
    public IEnumerable<string> Mark => options.Mark is { } mark ? [mark.Set] : [];

    private Checked<NextSteps> RenderHooks(bool inTransaction, Func<IEnumerable<CompiledHook>, ImmutableArray<PlanStep>> toSteps)
    {
        Checked<IReadOnlyList<CompiledHook>> rendered = compiled.PostHooks.Render(inTransaction);
        return rendered.Succeeded(out IReadOnlyList<CompiledHook>? hooks)
            ? Check.Ok(new NextSteps(toSteps(hooks)), rendered.Diagnostics)
            : Check.Failed<NextSteps>(rendered.Diagnostics);
    }

    private static ImmutableArray<PlanStep> Outside(IEnumerable<CompiledHook> hooks) =>
        [.. hooks.Where(h => !h.InTransaction).Select(h => new BatchStep(SqlBatch.Separate(SqlStatement.Of(h.Sql))))];
}
