using Deck.Models.Engine.Loading.Seeds;
using Deck.Models.Engine.Reporting;
using Deck.Models.Templating;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation.Context.Results;

/// <summary>`load_agate_table()`: a seed's rows as the table that dbt gives its materialization.</summary>
internal static class SeedAgate
{
    /// <summary>Reads the seed of the node at hand; `--empty` leaves its rows out.</summary>
    public static QueryTable Load(ExecuteScope scope, SeedRows seed)
    {
        try
        {
            List<string?[]> rows = scope.Invocation.Settings.Empty ? [] : seed.Read();
            IEnumerable<Value[]> values = rows.Select(row => row.Select((text, i) => ValueOf(text, seed.Schema.Columns[i].Kind)).ToArray());
            return QueryTable.FromTyped(
                [.. seed.Schema.Columns.Select(c => c.Name)],
                [.. seed.Schema.Columns.Select(c => TypeOf(c.Kind))],
                [.. values],
                text => scope.Log(MessageLogged.Print, text.TrimEnd('\n'), true));
        }
        catch (IOException e)
        {
            throw new TemplateException(Diagnostic.Error(CompilationCodes.RaisedByTemplate, $"cannot read the seed: {e.Message.TrimEnd('.')}"));
        }
    }

    private static QueryColumnType TypeOf(SeedValueKind kind) => kind switch
    {
        SeedValueKind.Number => QueryColumnType.Number,
        SeedValueKind.Date => QueryColumnType.Date,
        SeedValueKind.Timestamp or SeedValueKind.IsoTimestamp => QueryColumnType.DateTime,
        SeedValueKind.Boolean => QueryColumnType.Boolean,
        _ => QueryColumnType.Text,
    };

    private static Value ValueOf(string? text, SeedValueKind kind) => text is null ? Value.None : kind switch
    {
        SeedValueKind.Number => DecimalValue.Parse(text),
        SeedValueKind.Date => PythonValues.Read(text, "date"),
        SeedValueKind.Timestamp or SeedValueKind.IsoTimestamp => PythonValues.Read(text, "timestamp"),
        SeedValueKind.Boolean => PythonValues.Read(text, "bool"),
        _ => Value.Of(text),
    };
}
