using Deck.Models.Engine.Planning.Materializations;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Planning;

/// <summary>Writes a plan for reading: `--dry-run`.</summary>
public static class PlanPrinter
{
    public static void Print(RunPlan plan, TextWriter target)
    {
        foreach (string schema in plan.Schemas)
        {
            target.WriteLine($"create schema {schema}");
        }

        for (int i = 0; i < plan.Nodes.Length; i++)
        {
            PlannedNode planned = plan.Nodes[i];
            string after = planned.Predecessors.IsEmpty ? "" : $" after {string.Join(", ", planned.Predecessors.Select(p => plan.Nodes[p].Node.Name))}";
            target.WriteLine($"{i + 1} of {plan.Nodes.Length} {ActionOf(planned.Node, plan)}{PointerOf(planned.Node, plan)}{after}");
        }
    }

    /// <summary>Writes the statements of one node's plan.</summary>
    public static void Print(MaterializationPlan plan, TextWriter target)
    {
        foreach (PlanStep step in (IEnumerable<PlanStep>)[.. plan.Before, .. plan.Steps, .. plan.After])
        {
            IEnumerable<string> statements = step switch
            {
                BatchStep batch => Texts(batch.Batch),
                ColumnsStep columns => [.. Texts(columns.Batch), "-- what follows depends on the columns"],
                AnswerStep answer => [.. Texts(answer.Batch), "-- what follows depends on the answer"],
                CopyStep copy => [copy.Statement],
                LaterStep => ["-- hooks that look at what was built, and the end of the transaction"],
                _ => [],
            };
            target.Write(string.Concat(statements.Select(s => $"{s};\n")));
        }
    }

    private static IEnumerable<string> Texts(SqlBatch batch)
    {
        IEnumerable<string> begin = batch.Begins ? ["begin"] : [];
        IEnumerable<string> commit = batch.Commits ? ["commit"] : [];
        return [.. begin, .. batch.Statements.Select(s => s.Text), .. commit];
    }

    private static string PointerOf(Node node, RunPlan plan) => plan.Pointers.TryGetValue(node.Id, out ModelNode? pointer) ? $", and the view {pointer.Relation} of it" : "";

    private static string ActionOf(Node node, RunPlan plan) => node switch
    {
        SeedNode => $"load {node.Relation} from {node.OriginalFilePath}",
        FunctionNode => $"create or replace function {node.Relation}",
        DataTestNode or UnitTestNode => $"test {node.Name}",
        _ => $"{(node.Relation is { } relation && plan.Catalog.TryFind(relation, out _) ? "rebuild" : "create")} {node.Config.Materialized} {node.Relation}",
    };
}
