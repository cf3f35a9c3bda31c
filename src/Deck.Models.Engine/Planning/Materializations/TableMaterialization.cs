using System.Collections.Immutable;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Planning.Statements;
using Deck.Models.Text;

namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>A table: built, indexed and analysed beside the live relation, then put in its place, all in one transaction.</summary>
/// <remarks>The live relation is locked only for the last statements: readers see the old rows until the commit and the new ones after it.</remarks>
internal sealed class TableMaterialization : IMaterialization
{
    /// <summary>`duplicate_table`: something appeared under the name after the catalog was read.</summary>
    private const string AlreadyThere = "42P07";

    public Checked<MaterializationPlan> Plan(CompiledModel compiled, ExistingRelation? existing, MaterializationOptions options)
    {
        Checked<IndexList> indexes = IndexList.Of(compiled.Node);
        return indexes.Succeeded(out IndexList? list)
            ? Check.Ok(Plan(new ModelStatements(compiled, options), list, existing is null))
            : Check.Failed<MaterializationPlan>(indexes.Diagnostics);
    }

    /// <summary>The plan that makes the table anew, whatever is there.</summary>
    public static MaterializationPlan Plan(ModelStatements model, IndexList indexes, bool isFirst) => new()
    {
        Before = model.Before,
        Steps = isFirst ? Create(model, indexes) : Swap(model, indexes),
        After = model.After,
        Result = RelationKind.Table,
        Alternative = isFirst ? new Alternative([AlreadyThere], () => Swap(model, indexes)) : null,
    };

    private static ImmutableArray<PlanStep> Create(ModelStatements model, IndexList indexes) => model.Transaction(
        new StatementList().AddHeader(model),
        list => model.CreateTable(list, model.Target)
            .AddAll(indexes.CreateOn(model.Target))
            .Add($"analyze {model.Target}")
            .AddAll(model.AfterBuild(RelationKind.Table, isNew: true)));

    private static ImmutableArray<PlanStep> Swap(ModelStatements model, IndexList indexes) => model.Transaction(
        new StatementList().AddHeader(model).AddAll(model.DropLeftover()),
        list => model.CreateTable(list, model.Beside)
            .AddAll(indexes.CreateBeside(model.Beside))
            .Add($"analyze {model.Beside}")
            .Add(model.Replace(RelationKind.Table))
            .AddAll(indexes.Rename(model.TargetName.Schema))
            .AddAll(model.Contract?.Rename(model.Target) ?? [])
            .AddAll(model.AfterBuild(RelationKind.Table, isNew: true)));
}
