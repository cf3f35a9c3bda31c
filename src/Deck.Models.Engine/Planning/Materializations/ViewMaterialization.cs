using System.Collections.Immutable;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Planning.Statements;
using Deck.Models.Text;

namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>A view: replaced in place where its columns allow, which keeps dependents, grants and comments; else built beside and swapped.</summary>
internal sealed class ViewMaterialization : IMaterialization
{
    /// <summary>
    /// `invalid_table_definition`: the columns do not fit; `wrong_object_type`: something else stands there by now; `lock_not_available`: somebody
    /// reads the view for long, and the exchange asks for its locks with more patience.
    /// </summary>
    private static readonly string[] DoesNotFit = ["42P16", "42809", "55P03"];

    public Checked<MaterializationPlan> Plan(CompiledModel compiled, ExistingRelation? existing, MaterializationOptions options)
    {
        ModelStatements model = new(compiled, options);
        bool inPlace = existing is null or { Kind: RelationKind.View };
        return Check.Ok(new MaterializationPlan
        {
            Before = model.Before,
            Steps = inPlace ? Replace(model, existing is not null) : Swap(model),
            Brief = inPlace && !model.HasTextsBeside ? ReplaceBriefly(model) : null,
            After = model.After,
            Result = RelationKind.View,
            Alternative = inPlace ? new Alternative([.. DoesNotFit], () => Swap(model)) : null,
        });
    }

    /// <param name="hasReaders">True where there is a view that somebody may be reading.</param>
    private static ImmutableArray<PlanStep> Replace(ModelStatements model, bool hasReaders)
    {
        ImmutableArray<string> after = [.. model.AfterBuild(RelationKind.View, isNew: false)];
        bool isLast = after.IsEmpty && model.LateHooks is null;
        return model.Transaction(
            new StatementList().AddHeader(model),
            list => list
                .AddAll(hasReaders ? [LockPatience.OneTry] : [])
                .AddMain(model.InPlace)
                .AddAll(hasReaders && !isLast ? ["reset lock_timeout", .. after] : after));
    }

    private static BatchStep ReplaceBriefly(ModelStatements model) => new StatementList()
        .Add(TurnStatement.Briefly(model.TargetName))
        .AddMain(model.InPlace)
        .AddAll(model.AfterBuild(RelationKind.View, isNew: false))
        .ToWhole();

    private static ImmutableArray<PlanStep> Swap(ModelStatements model) => model.Transaction(
        new StatementList().AddHeader(model).AddAll(model.DropLeftover()),
        list => list
            .AddMain(model.Query($"create view {model.Beside} as (\n", "\n)"))
            .Add(model.Replace(RelationKind.View))
            .AddAll(model.AfterBuild(RelationKind.View, isNew: true)));
}
