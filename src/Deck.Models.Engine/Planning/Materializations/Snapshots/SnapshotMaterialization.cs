using System.Collections.Immutable;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Planning.Statements;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Planning.Materializations.Snapshots;

/// <summary>A snapshot: a table of versions. The first run takes every row; later ones end the versions that changed and add the new ones, in one transaction.</summary>
internal sealed class SnapshotMaterialization : IMaterialization
{
    public Checked<MaterializationPlan> Plan(CompiledModel compiled, ExistingRelation? existing, MaterializationOptions options)
    {
        if (existing is { Kind: not (RelationKind.Table or RelationKind.PartitionedTable) })
        {
            return Check.Failed<MaterializationPlan>(Diagnostic.Error(
                    PlanningCodes.NoTable, $"`{compiled.Node.Name}` is a snapshot, and a {DropStatement.KeywordOf(existing.Kind)} stands under its name", compiled.Node.Location)
                .WithHint("drop it or give the snapshot an `alias`: a snapshot never replaces what it finds, as it may hold the only copy of a history"));
        }

        SnapshotColumns columns = SnapshotColumns.Of(compiled.Node.Config);
        Checked<IndexList> indexes = IndexList.Of(compiled.Node);
        Checked<SnapshotStrategy> strategy = SnapshotStrategy.Of(compiled, columns, existing is not null);
        if (!indexes.Succeeded(out IndexList? list) || !strategy.Succeeded(out SnapshotStrategy? known))
        {
            return Check.Failed<MaterializationPlan>([.. indexes.Diagnostics, .. strategy.Diagnostics]);
        }

        ModelStatements model = new(compiled, options);
        SnapshotQueries queries = new(known, columns, model.Target, compiled.Node.Config.GetText("dbt_valid_to_current"));
        return Check.Ok(
            new MaterializationPlan
            {
                Before = model.Before,
                Steps = existing is null ? Create(model, queries, list) : Add(model, queries),
                After = model.After,
                Result = RelationKind.Table,
            },
            strategy.Diagnostics);
    }

    private static ImmutableArray<PlanStep> Create(ModelStatements model, SnapshotQueries queries, IndexList indexes) => new StatementList()
        .AddHeader(model)
        .AddMain(model.Query($"create {model.Unlogged}table {model.Target} as (\n{queries.First.Before}", $"{queries.First.After}\n)"))
        .AddAll(indexes.CreateOn(model.Target))
        .Add($"analyze {model.Target}")
        .AddAll(model.AfterBuild(RelationKind.Table, isNew: true))
        .ToSteps(model);

    private static ImmutableArray<PlanStep> Add(ModelStatements model, SnapshotQueries queries)
    {
        string name = RelationName.Quote(model.BesideName.Identifier);
        string rows = $"pg_temp.{name}";
        StatementList collect = new StatementList()
            .AddHeader(model)
            .Add(queries.Demand)
            .AddMain(model.Query($"create temporary table {name} on commit drop as (\n{queries.Later.Before}", $"{queries.Later.After}\n)"))
            .Add(ColumnQuery.Of(rows))
            .Add(ColumnQuery.Of(model.Target));
        return [new ColumnsStep(collect.ToStart(), columns => Check.Ok(new NextSteps(Store(model, queries, new SnapshotRows(rows, columns)))))];
    }

    private static ImmutableArray<PlanStep> Store(ModelStatements model, SnapshotQueries queries, SnapshotRows rows) => new StatementList()
        .AddAll(rows.Widen(model.Target))
        .AddCounted(queries.InsertDeletions(rows.Source, rows.Known))
        .Add(queries.EndReplaced(rows.Source))
        .AddMain(SqlStatement.Of(queries.InsertChanges(rows.Source, rows.List)))
        .AddAll(model.AfterBuild(RelationKind.Table, isNew: false))
        .ToRest(model);
}
