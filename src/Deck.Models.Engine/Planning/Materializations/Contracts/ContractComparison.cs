using System.Collections.Immutable;
using System.Text;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Execution;

namespace Deck.Models.Engine.Planning.Materializations.Contracts;

/// <summary>The columns that a contract declares beside those that the query gives.</summary>
internal sealed class ContractComparison
{
    private readonly ImmutableArray<string[]> mismatches;

    private ContractComparison(ImmutableArray<string[]> mismatches) => this.mismatches = mismatches;

    public bool IsKept => mismatches.IsEmpty;

    /// <summary>Types count as equal where dbt's driver reads them alike: `text` and `varchar`, `integer` and `smallint`, any length and precision.</summary>
    public static ContractComparison Of(ImmutableArray<QueryColumn> declared, ImmutableArray<QueryColumn> given) => new(
    [
        .. given.Where(g => declared.All(d => d.Name != g.Name)).Select(g => Row(g.Name, g, null, "missing in contract")),
        .. declared.Where(d => given.All(g => g.Name != d.Name)).Select(d => Row(d.Name, null, d, "missing in definition")),
        .. from d in declared
           join g in given on d.Name equals g.Name
           where KindOf(d.TypeName) != KindOf(g.TypeName)
           select Row(d.Name, g, d, "data type mismatch"),
    ]);

    /// <summary>dbt's table of mismatches.</summary>
    public string Format()
    {
        string[][] rows = [["column_name", "definition_type", "contract_type", "mismatch_reason"], .. mismatches.OrderBy(m => m[0], StringComparer.Ordinal)];
        int[] widths = [.. Enumerable.Range(0, 4).Select(i => rows.Max(r => r[i].Length))];
        StringBuilder text = new();
        text.AppendJoin('\n', rows.Select((r, i) => Line(r, widths) + (i == 0 ? $"\n{Line([.. widths.Select(w => new string('-', w))], widths)}" : "")));
        return text.ToString();
    }

    private static string Line(string[] cells, int[] widths) => $"| {string.Join(" | ", cells.Select((c, i) => c.PadRight(widths[i])))} |";

    private static string[] Row(string name, QueryColumn? given, QueryColumn? declared, string reason) => [name, TypeOf(given), TypeOf(declared), reason];

    private static string TypeOf(QueryColumn? column) => column is null ? "" : TypeNames.ToSql(column.TypeName);

    private static string KindOf(string type) => type switch
    {
        "varchar" or "bpchar" or "name" or "char" => "text",
        "_varchar" or "_bpchar" or "_name" or "_char" => "_text",
        "int2" => "int4",
        "_int2" => "_int4",
        "float4" => "float8",
        "_float4" => "_float8",
        _ => type,
    };
}
