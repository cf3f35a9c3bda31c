using System.Collections.Immutable;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Seeds;

/// <summary>The first pass over a seed: header, types, malformed rows; used once.</summary>
internal sealed class SeedSchemaScan(CsvReader csv, SeedPlaces places, DictValue types)
{
    // A broken file tends to be broken in every row; each place costs another look into the file.
    private const int MostRowDiagnostics = 10;

    private readonly List<Diagnostic> diagnostics = [];
    private int malformed;

    public Checked<SeedSchema> Run(char delimiter)
    {
        if (ReadHeader() is not { } columns)
        {
            return Check.Failed<SeedSchema>(diagnostics);
        }

        long rows = 0;
        while (csv.Read())
        {
            if (SeedReader.IsBlank(csv, columns.Length))
            {
                continue;
            }

            rows++;
            CheckLength(columns.Length);
            for (int i = 0; i < columns.Length && i < csv.Fields.Count; i++)
            {
                columns[i].Take(csv.Fields[i]);
            }
        }

        Finish();
        SeedSchema schema = new() { Path = places.Path, Delimiter = delimiter, RowCount = rows, Columns = [.. columns.Select(c => c.Finish())] };
        return diagnostics.Any(d => d.Severity == Severity.Error) ? Check.Failed<SeedSchema>(diagnostics) : Check.Ok(schema, diagnostics);
    }

    private SeedColumnGuess[]? ReadHeader()
    {
        bool found = csv.Read();
        while (found && csv.Fields.Count == 0)
        {
            found = csv.Read();
        }

        if (!found)
        {
            diagnostics.Add(Diagnostic.Error(SeedCodes.BadHeader, "the seed is empty; its first line should name the columns", Location.OfFile(places.Path)));
            return null;
        }

        string[] names = [.. csv.Fields];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string name in names)
        {
            if (name.Trim().Length == 0 || !seen.Add(name))
            {
                string message = name.Trim().Length == 0 ? "the header has a column without a name" : $"the header names column `{name}` twice";
                diagnostics.Add(Diagnostic.Error(SeedCodes.BadHeader, message, places.Line(csv.Line)));
            }
        }

        CheckTypes(names);
        return [.. names.Select(n => new SeedColumnGuess(n, types.TryGet(n, out Value? type) ? type.ToText() : null))];
    }

    private void CheckTypes(string[] names)
    {
        foreach (Value key in types.Entries.Keys.Where(k => !names.Contains(k.ToText())))
        {
            diagnostics.Add(Diagnostic.Warning(SeedCodes.UnknownColumn, $"`column_types` names `{key.ToText()}`, which the seed does not have", places.Line(1))
                .WithHint(Spelling.DidYouMean(key.ToText(), names)));
        }
    }

    private void CheckLength(int expected)
    {
        int count = Math.Max(1, csv.Fields.Count);
        if (count == expected || ++malformed > MostRowDiagnostics)
        {
            return;
        }

        string message = $"the row has {count} {(count == 1 ? "field" : "fields")}, but the header has {expected}";
        diagnostics.Add(count > expected
            ? Diagnostic.Error(SeedCodes.TooManyFields, message, places.Line(csv.Line)).WithHint("put double quotes around a value that holds the delimiter")
            : Diagnostic.Warning(SeedCodes.TooFewFields, $"{message}; the missing ones are null", places.Line(csv.Line)));
    }

    private void Finish()
    {
        if (csv.EndsInQuote)
        {
            diagnostics.Add(Diagnostic.Error(SeedCodes.UnclosedQuote, "the quote that opens in this row is never closed", places.Line(csv.Line)));
        }

        if (malformed > MostRowDiagnostics)
        {
            diagnostics.Add(Diagnostic.Notice(SeedCodes.TooManyFields, $"{malformed - MostRowDiagnostics} more rows have a wrong number of fields", Location.OfFile(places.Path)));
        }
    }
}
