using System.Collections.Immutable;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Planning.Statements;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Planning.Materializations.Functions;

/// <summary>
/// A function: replaced in place, which keeps its dependents and grants; where its result, the names of its arguments or their defaults do not allow that,
/// it is made beside and exchanged, and the views that depend on it are put up again.
/// </summary>
internal sealed class FunctionMaterialization : IMaterialization
{
    /// <summary>`invalid_function_definition`: the signature does not fit what is there.</summary>
    private const string DoesNotFit = "42P13";

    public Checked<MaterializationPlan> Plan(CompiledModel compiled, ExistingRelation? existing, MaterializationOptions options) =>
        Plan(compiled, ((FunctionNode)compiled.Node).Signature, options);

    /// <param name="compiled">The function with the body of this signature.</param>
    public static Checked<MaterializationPlan> Plan(CompiledModel compiled, FunctionSignature signature, MaterializationOptions options)
    {
        ModelStatements model = new(compiled, options);
        Checked<SqlStatement> written = FunctionMacros.Write(compiled, signature);
        if (!written.Succeeded(out SqlStatement? create))
        {
            return Check.Failed<MaterializationPlan>(written.Diagnostics);
        }

        bool isOurs = !FunctionMacros.AreUsed(compiled);
        ImmutableArray<PlanStep> inPlace = Steps(model, list => list.AddMain(create), signature);
        bool anew = isOurs && options.IsFullRefresh(compiled.Node);
        return Check.Ok(
            new MaterializationPlan
            {
                Before = model.Before,
                Steps = anew ? Exchange(model, compiled, signature) : inPlace,
                After = model.After,
                Result = RelationKind.Other,
                Alternative = anew || !isOurs ? null : new Alternative([DoesNotFit], () => Exchange(model, compiled, signature)),
            },
            written.Diagnostics);
    }

    private static ImmutableArray<PlanStep> Exchange(ModelStatements model, CompiledModel compiled, FunctionSignature signature)
    {
        ReplacedObject replaced = ReplacedObject.Function(model.TargetName, model.BesideName, FunctionText.TypesOf(signature));
        return Steps(
            model,
            list => list.AddMain(FunctionText.Create("create or replace", model.BesideName, compiled, signature)).Add(ReplaceStatement.Of(replaced)),
            signature);
    }

    private static ImmutableArray<PlanStep> Steps(ModelStatements model, Func<StatementList, StatementList> build, FunctionSignature signature) => model.Transaction(
        new StatementList().AddHeader(model),
        list => build(list).AddAll(model.AfterFunction(FunctionText.TypesOf(signature))));
}
