using System.Collections.Immutable;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Compilation.Context.Adapter;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Planning.Materializations.Contracts;

/// <summary>The enforced contract of a model: the columns that its query must give, by name and type, and the constraints of its table.</summary>
internal sealed class Contract
{
    private readonly CompiledModel model;

    private Contract(CompiledModel model) => this.model = model;

    /// <summary>The columns' names as SQL writes them.</summary>
    public string Names => string.Join(", ", model.Node.Columns.Select(NameOf));

    /// <summary>The column list of `create table`.</summary>
    public string Definition => DefinitionWith(Field("constraints"));

    /// <summary>The same for a table that is built beside the live one: constraints with an index, whose names are taken as long as that one stands, have others.</summary>
    public string DefinitionBeside => DefinitionWith(Value.List(Constraints.Select(c => NamedIndex.Of(c)?.Constraint ?? c)));

    /// <summary>Gives the constraints their names once the table has taken its place.</summary>
    public IEnumerable<string> Rename(string table) => Constraints.Select(NamedIndex.Of).OfType<NamedIndex>().Select(i => $"alter table {table} rename constraint {i.TemporaryName} to {i.Name}");

    /// <summary>The contract of a model, or null where none is enforced.</summary>
    public static Contract? Of(CompiledModel model) => IsEnforced(model.Node) ? new Contract(model) : null;

    public static bool IsEnforced(Node node) =>
        node.Config.TryGet("contract", out Value? contract) && contract is DictValue dict && dict.TryGet("enforced", out Value? enforced) && enforced.IsTrue;

    /// <summary>Asks the server for both sides' types, in the transaction that the list opens, before anything is built.</summary>
    public PlanStep Verify(StatementList head, SqlStatement given, Func<ImmutableArray<PlanStep>> rest)
    {
        string declared = string.Join(", ", model.Node.Columns.Select(c => $"cast(null as {TypeOf(c)}) as {NameOf(c)}"));
        return new AnswerStep(
            head.Add($"select {declared} limit 0").Add(given).ToStart(),
            answers => ContractComparison.Of(answers[^2].Columns, answers[^1].Columns) is { IsKept: false } broken
                ? Check.Failed<NextSteps>(Describe(broken))
                : Check.Ok(new NextSteps(rest())));
    }

    private DictValue Columns => new((Field("columns") as DictValue)?.Entries.Select(e => KeyValuePair.Create(e.Key.ToText(), Translate(e.Value))) ?? []);

    private IEnumerable<Value> Constraints => Field("constraints") is ListValue list ? list.Items : [];

    private string DefinitionWith(Value constraints) => string.Join(",\n  ", [.. ConstraintText.OfColumns(Columns, model.Macros.Render).Items, .. ConstraintText.OfModel(constraints, model.Macros.Render).Items]);

    private Value Field(string name) => model.Macros.Model.GetItem(Value.Of(name)) ?? Value.None;

    private Value Translate(Value column)
    {
        if (column is not DictValue dict || !dict.TryGet("data_type", out Value? type) || type.IsNone)
        {
            return column;
        }

        DictValue copy = new(dict.Entries.Select(e => KeyValuePair.Create(e.Key.ToText(), e.Value)));
        copy.Set("data_type", Value.Of(Translate(type.ToText())));
        return copy;
    }

    private string TypeOf(Column column) => Translate(column.DataType ?? "text");

    /// <summary>`alias_types`: dbt's name for texts that PostgreSQL does not know.</summary>
    private string Translate(string type) =>
        string.Equals(type, "string", StringComparison.OrdinalIgnoreCase)
        && (model.Node.Config.TryGet("contract", out Value? contract) ? contract as DictValue : null)?.GetItem(Value.Of("alias_types")) is not { IsTrue: false } ? "text" : type;

    private static string NameOf(Column column) => column.Quote == true ? RelationName.Quote(column.Name) : column.Name;

    private Diagnostic Describe(ContractComparison broken) => Diagnostic
        .Error(PlanningCodes.ContractBroken, $"the query of `{model.Node.Name}` does not keep the model's contract\n{broken.Format()}", model.Node.Config.LocationOf("contract") ?? model.Node.Location)
        .WithHint("let the query give these columns, or change `columns` in the properties file");
}
