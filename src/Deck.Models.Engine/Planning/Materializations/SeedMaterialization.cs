using System.Collections.Immutable;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Planning.Statements;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>A seed: a table created beside the live one, filled by one `COPY` and put in its place, in one transaction.</summary>
internal static class SeedMaterialization
{
    public static Checked<MaterializationPlan> Plan(CompiledModel compiled, SeedTable file, ExistingRelation? existing, MaterializationOptions options)
    {
        Checked<IndexList> indexes = IndexList.Of(compiled.Node);
        if (!indexes.Succeeded(out IndexList? list))
        {
            return Check.Failed<MaterializationPlan>(indexes.Diagnostics);
        }

        ModelStatements seed = new(compiled, options);
        SeedTable table = compiled.Node.Config.GetBoolean("quote_columns") == true ? file : file with { Columns = Unquoted(file.Columns) };
        return Check.Ok(new MaterializationPlan
        {
            Before = seed.Before,
            After = seed.After,
            Steps = existing is null ? Create(seed, table, list) : Swap(seed, table, list),
            Result = RelationKind.Table,
            Alternative = existing is null ? new Alternative(["42P07"], () => Swap(seed, table, list)) : null,
        });
    }

    /// <summary>Names stand unquoted unless `quote_columns` says otherwise, as in dbt; those that could not be read back are quoted anyway.</summary>
    private static ImmutableArray<TypedColumn> Unquoted(ImmutableArray<TypedColumn> columns) =>
        [.. columns.Select(c => c with { Name = SqlLiteral.IsPlainName(c.Name) ? c.Name.ToLowerInvariant() : c.Name })];

    private static ImmutableArray<PlanStep> Create(ModelStatements seed, SeedTable table, IndexList indexes) =>
    [
        Begin(seed, [], CreateTable(seed.Target, table)),
        Copy(seed.Target, table, seed),
        .. Finish(seed, [.. indexes.CreateOn(seed.Target), $"analyze {seed.Target}"]),
    ];

    private static ImmutableArray<PlanStep> Swap(ModelStatements seed, SeedTable table, IndexList indexes) =>
    [
        Begin(seed, seed.DropLeftover(), CreateTable(seed.Beside, table)),
        Copy(seed.Beside, table, seed),
        .. Finish(
            seed,
            [.. indexes.CreateBeside(seed.Beside), $"analyze {seed.Beside}", seed.Replace(RelationKind.Table), .. indexes.Rename(seed.TargetName.Schema)]),
    ];

    private static BatchStep Begin(ModelStatements seed, IEnumerable<string> first, string create) =>
        new(new StatementList().AddHeader(seed).AddAll(first).Add(create).ToStart());

    /// <summary>Never unlogged, whatever the config says, as in dbt.</summary>
    private static string CreateTable(string relation, SeedTable table) =>
        $"create table {relation} ({string.Join(", ", table.Columns.Select(c => $"{c.Quoted} {c.Type}"))})";

    private static CopyStep Copy(string relation, SeedTable table, ModelStatements seed)
    {
        string delimiter = table.Delimiter == ',' ? "" : $", delimiter {SqlLiteral.Of($"{table.Delimiter}")}";
        string nulls = table.QuotedNulls.IsEmpty ? "" : $", force_null ({string.Join(", ", table.QuotedNulls.Select(i => table.Columns[i].Quoted))})";
        return new($"copy {relation} ({string.Join(", ", table.Columns.Select(c => c.Quoted))}) from stdin (format csv{delimiter}{nulls})", seed.IsFullRefresh ? "CREATE" : "INSERT");
    }

    private static ImmutableArray<PlanStep> Finish(ModelStatements seed, IEnumerable<string> statements) =>
        new StatementList().AddAll(statements).AddAll(seed.AfterBuild(RelationKind.Table, isNew: true)).AddAll(seed.Mark).ToRest(seed);
}
