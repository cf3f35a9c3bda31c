using System.Collections.Concurrent;
using System.Collections.Immutable;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Seeds;

/// <summary>The first pass over a seed: header, types, malformed rows; used once.</summary>
/// <param name="types">`column_types`.</param>
internal sealed class SeedSchemaScan(CsvDialect dialect, SeedPlaces places, DictValue types)
{
    private readonly List<Diagnostic> diagnostics = [];

    /// <summary>Reads a file on all cores.</summary>
    public async Task<Checked<SeedSchema>> RunAsync(CsvBlockReader blocks, CancellationToken cancellation)
    {
        if (SeedHeader.Read(blocks.Next(), dialect) is not { } header)
        {
            return Check.Failed<SeedSchema>(Diagnostic.Error(SeedCodes.BadHeader, "the seed is empty; its first line should name the columns", Location.OfFile(places.Path)));
        }

        ImmutableArray<SeedColumnGuess> columns = [.. header.Names.Select(n => new SeedColumnGuess(n, types.TryGet(n, out Value? type) ? type.ToText() : null))];
        SeedBlockScan found = await ScanAsync(new SeedBlockScan(columns, dialect), blocks.Rest().Prepend(header.Rows), cancellation).ConfigureAwait(false);
        if (header.IsBroken || found.IsBroken)
        {
            return Check.Failed<SeedSchema>(places.DescribeBadByte());
        }

        CheckNames(header);
        CheckTypes(header);
        CheckRows(found);
        Describe(header.IsUnclosed ? header.Offset : found.Unclosed);
        return diagnostics.Exists(d => d.Severity == Severity.Error) ? Check.Failed<SeedSchema>(diagnostics) : Check.Ok(SchemaOf(found), diagnostics);
    }

    private static async Task<SeedBlockScan> ScanAsync(SeedBlockScan whole, IEnumerable<CsvBlock> blocks, CancellationToken cancellation)
    {
        ConcurrentBag<SeedBlockScan> idle = [];
        await Parallel.ForEachAsync(
            blocks,
            cancellation,
            (block, _) =>
            {
                SeedBlockScan scan = idle.TryTake(out SeedBlockScan? own) ? own : whole.Begin();
                scan.Take(block);
                block.Return();
                idle.Add(scan);
                return ValueTask.CompletedTask;
            }).ConfigureAwait(false);
        foreach (SeedBlockScan scan in idle)
        {
            whole.Join(scan);
        }

        return whole;
    }

    private SeedSchema SchemaOf(SeedBlockScan found)
    {
        ImmutableArray<SeedColumn> columns = [.. found.Columns.Select(c => c.Finish())];
        return new SeedSchema
        {
            Path = places.Path,
            Delimiter = dialect.Delimiter,
            Columns = columns,
            RowCount = found.RowCount,
            IsVerbatim = dialect.IsForCopy && found.IsVerbatim && columns.All(c => c.IsVerbatim),
        };
    }

    private void CheckNames(SeedHeader header)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string name in header.Names)
        {
            if (name.Trim().Length == 0 || !seen.Add(name))
            {
                string message = name.Trim().Length == 0 ? "the header has a column without a name" : $"the header names column `{name}` twice";
                diagnostics.Add(Diagnostic.Error(SeedCodes.BadHeader, message, places.LineAt(header.Offset)));
            }
        }
    }

    private void CheckTypes(SeedHeader header)
    {
        foreach (Value key in types.Entries.Keys.Where(k => !header.Names.Contains(k.ToText())))
        {
            diagnostics.Add(Diagnostic.Warning(SeedCodes.UnknownColumn, $"`column_types` names `{key.ToText()}`, which the seed does not have", places.LineAt(header.Offset))
                .WithHint(Spelling.DidYouMean(key.ToText(), header.Names)));
        }
    }

    private void CheckRows(SeedBlockScan found)
    {
        int expected = found.Columns.Length;
        foreach (MalformedRow row in found.Malformed)
        {
            string message = $"the row has {row.FieldCount} {(row.FieldCount == 1 ? "field" : "fields")}, but the header has {expected}";
            diagnostics.Add(row.FieldCount > expected
                ? Diagnostic.Error(SeedCodes.TooManyFields, message, places.LineAt(row.Offset)).WithHint("put double quotes around a value that holds the delimiter")
                : Diagnostic.Warning(SeedCodes.TooFewFields, $"{message}; the missing ones are null", places.LineAt(row.Offset)));
        }

        if (found.MalformedCount > SeedBlockScan.MostPlaces)
        {
            diagnostics.Add(Diagnostic.Notice(SeedCodes.TooManyFields, $"{found.MalformedCount - SeedBlockScan.MostPlaces} more rows have a wrong number of fields", Location.OfFile(places.Path)));
        }
    }

    private void Describe(long? unclosed)
    {
        if (unclosed is { } offset)
        {
            diagnostics.Add(Diagnostic.Error(SeedCodes.UnclosedQuote, "the quote that opens in this row is never closed", places.LineAt(offset)));
        }
    }
}
