using System.Collections.Immutable;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Planning.Statements;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>A materialized view: made once, then refreshed, beside its readers where an index allows it; replaced on full refresh, which is also what takes up a changed query.</summary>
internal sealed class MaterializedViewMaterialization : IMaterialization
{
    // One that no longer fitted what this run has built below it has made way, and is made anew.
    private const string UndefinedTable = "42P01";

    public Checked<MaterializationPlan> Plan(CompiledModel compiled, ExistingRelation? existing, MaterializationOptions options)
    {
        Checked<IndexList> indexes = IndexList.Of(compiled.Node);
        if (!indexes.Succeeded(out IndexList? list))
        {
            return Check.Failed<MaterializationPlan>(indexes.Diagnostics);
        }

        ModelStatements model = new(compiled, options);
        bool isKept = existing is { Kind: RelationKind.MaterializedView } && !options.IsFullRefresh(compiled.Node);
        return Check.Ok(new MaterializationPlan
        {
            Before = model.Before,
            Steps = isKept ? Refresh(model, compiled.Node, list) : (existing is null ? Create(model, list) : Swap(model, list)).ToSteps(model),
            GivesWay = isKept,
            After = model.After,
            Result = RelationKind.MaterializedView,
            Alternative = isKept ? new Alternative([UndefinedTable], () => Create(model, list).ToSteps(model)) : null,
        });
    }

    private static StatementList Create(ModelStatements model, IndexList indexes) => new StatementList()
        .AddHeader(model)
        .AddMain(model.Query($"create materialized view {model.Target} as (\n", "\n)"))
        .AddAll(indexes.CreateOn(model.Target))
        .Add($"analyze {model.Target}")
        .AddAll(model.AfterBuild(RelationKind.MaterializedView, isNew: true));

    private static StatementList Swap(ModelStatements model, IndexList indexes) => new StatementList()
        .AddHeader(model)
        .AddAll(model.DropLeftover())
        .AddMain(model.Query($"create materialized view {model.Beside} as (\n", "\n)"))
        .AddAll(indexes.CreateBeside(model.Beside))
        .Add($"analyze {model.Beside}")
        .Add(model.Replace(RelationKind.MaterializedView))
        .AddAll(indexes.Rename(model.TargetName.Schema))
        .AddAll(model.AfterBuild(RelationKind.MaterializedView, isNew: true));

    /// <summary>The view's indexes decide: nothing but they can have changed, for dbt. They are read in the transaction that refreshes, so that a lost commit can be looked up.</summary>
    private static ImmutableArray<PlanStep> Refresh(ModelStatements model, Node node, IndexList indexes) =>
    [
        new AnswerStep(
            new StatementList().Add(HasRows(model)).Add(ExistingIndex.Query(model.Target)).ToStart(),
            answer => answer[^2].Rows is [["t"]]
                ? Continue(model, node, indexes.ChangesFrom(ExistingIndex.Read(answer[^1]), model.TargetName))
                : Check.Ok(new NextSteps(Swap(model, indexes).ToRest(model)))),
    ];

    /// <summary>A view whose table was exchanged below it waits without rows for its turn, which is made of the query that the model has now, as in dbt.</summary>
    private static string HasRows(ModelStatements model) =>
        $"select c.relispopulated from pg_catalog.pg_class c where c.oid = {SqlLiteral.Of(model.Target)}::pg_catalog.regclass";

    private static Checked<NextSteps> Continue(ModelStatements model, Node node, IndexChanges changes)
    {
        Location place = node.Config.LocationOf("indexes") ?? node.Location;
        string what = $"the indexes of `{node.Name}` are no longer those that its materialized view has";
        return (changes.Statements.IsEmpty, node.Config.GetText("on_configuration_change")) switch
        {
            (true, _) => Check.Ok(new NextSteps(Steps(
                model, changes.HasKey ? [$"refresh materialized view concurrently {model.Target}"] : [LockPatience.Limit, $"refresh materialized view {model.Target}"]))),
            (_, "continue") => Check.Ok(
                new NextSteps([new BatchStep(new SqlBatch([], BatchExtent.End)) { Answer = $"skip {node.Relation?.Shown}" }]),
                [Diagnostic.Warning(PlanningCodes.ConfigurationChanged, what, place).WithHint("`on_configuration_change` is `continue`: it was neither changed nor refreshed")]),
            (_, "fail") => Check.Failed<NextSteps>(Diagnostic.Error(PlanningCodes.ConfigurationChanged, what, place).WithHint("`on_configuration_change` is `fail`; with `apply` the indexes would be changed")),
            _ => Check.Ok(new NextSteps(Steps(model, changes.Statements))),
        };
    }

    private static ImmutableArray<PlanStep> Steps(ModelStatements model, ImmutableArray<string> statements) => new StatementList()
        .AddHeader(model)
        .AddAll(statements[..^1])
        .AddMain(SqlStatement.Of(statements[^1]))
        .AddAll(model.AfterBuild(RelationKind.MaterializedView, isNew: false))
        .ToRest(model);
}
