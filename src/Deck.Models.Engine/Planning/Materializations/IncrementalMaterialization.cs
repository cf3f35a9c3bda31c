using System.Collections.Immutable;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Planning.Statements;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>An incremental model: a table at first and on full refresh; else the new rows go into a temporary table and from there into the relation.</summary>
/// <remarks>
/// Two exchanges in one transaction: the rows and the columns of both sides, then what follows from them.
/// The strategy `default` is `delete+insert` with a `unique_key` and `append` without, as in dbt's postgres adapter.
/// </remarks>
internal sealed class IncrementalMaterialization : IMaterialization
{
    public Checked<MaterializationPlan> Plan(CompiledModel compiled, ExistingRelation? existing, MaterializationOptions options)
    {
        Checked<IndexList> indexes = IndexList.Of(compiled.Node);
        Checked<IncrementalConfig> config = IncrementalConfig.Of(compiled);
        if (indexes.Succeeded(out IndexList? list) && config.Succeeded(out IncrementalConfig? incremental))
        {
            ModelStatements model = new(compiled, options);
            bool anew = existing is not { Kind: RelationKind.Table or RelationKind.PartitionedTable } || options.IsFullRefresh(compiled.Node);
            return Check.Ok(anew ? TableMaterialization.Plan(model, list, existing is null) : Add(model, incremental));
        }

        return Check.Failed<MaterializationPlan>([.. indexes.Diagnostics, .. config.Diagnostics]);
    }

    private static MaterializationPlan Add(ModelStatements model, IncrementalConfig config)
    {
        string rows = $"pg_temp.{RelationName.Quote(model.BesideName.Identifier)}";
        ColumnsStep Compare(SqlBatch batch) => new(batch, columns => Continue(model, config, columns));
        StatementList head = new StatementList().AddHeader(model);
        return new MaterializationPlan
        {
            Before = model.Before,
            Steps = model.Contract is { } contract
                ? [contract.Verify(head, model.Given, () => [Compare(Collect(new StatementList(), model, rows).ToNext())])]
                : [Compare(Collect(head, model, rows).ToStart())],
            After = model.After,
            Result = RelationKind.Table,
        };
    }

    private static StatementList Collect(StatementList list, ModelStatements model, string rows) => list
        .AddMain(model.Query($"create temporary table {RelationName.Quote(model.BesideName.Identifier)} on commit drop as (\n", "\n)"))
        .Add(ColumnQuery.Of(rows))
        .Add(ColumnQuery.Of(model.Target));

    private static Checked<NextSteps> Continue(ModelStatements model, IncrementalConfig config, ColumnComparison columns)
    {
        Checked<SchemaChange> change = SchemaChange.Of(config, model.Target, columns);
        ImmutableArray<Diagnostic> missing = [.. config.CheckKey(columns.Source)];
        if (!change.Succeeded(out SchemaChange? made) || !missing.IsEmpty)
        {
            return Check.Failed<NextSteps>([.. change.Diagnostics, .. missing]);
        }

        IncrementalRows rows = new(model.Target, model.BesideName.Identifier, made.Columns);
        Checked<string> stored = config.Strategy.Store(rows, config);
        if (!stored.Succeeded(out string? sql))
        {
            return Check.Failed<NextSteps>([.. change.Diagnostics, .. stored.Diagnostics]);
        }

        StatementList store = new StatementList().AddAll(LockPatience.Wrap(made.Statements)).AddAll(config.Strategy.Before(rows, config));
        store.AddMain(SqlStatement.Of(sql)).AddAll(model.AfterBuild(RelationKind.Table, isNew: false));
        return Check.Ok(new NextSteps(store.ToRest(model)), [.. change.Diagnostics, .. stored.Diagnostics]);
    }
}
