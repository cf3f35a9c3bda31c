using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Seeds;

/// <summary>Reads seeds in two passes of constant memory: one for the types of the columns, one that gives the rows to COPY, as they stand in the file where nothing has to be written otherwise.</summary>
public static class SeedReader
{
    /// <summary>The table that a seed becomes, with dbt's inference where `column_types` says nothing. Every malformed row is a diagnostic.</summary>
    /// <param name="path">From the project's folder.</param>
    /// <param name="config">`column_types` and `delimiter` are read.</param>
    public static async Task<Checked<SeedSchema>> ReadSchemaAsync(IProjectFiles files, string path, NodeConfig config, CancellationToken cancellation)
    {
        string delimiter = config.GetText("delimiter") ?? ",";
        if (delimiter.Length != 1)
        {
            return Check.Failed<SeedSchema>(Diagnostic.Error(SeedCodes.BadDelimiter, $"`delimiter` should be one character, not `{delimiter}`", config.LocationOf("delimiter")));
        }

        DictValue types = config.TryGet("column_types", out Value? given) && given is DictValue dict ? dict : new DictValue();
        CsvDialect dialect = new(delimiter[0]);
        try
        {
            using Stream file = SeedStream.Open(files.OpenRead(path));
            return await new SeedSchemaScan(dialect, new SeedPlaces(files, path), types).RunAsync(new CsvBlockReader(file, dialect), cancellation).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            return Check.Failed<SeedSchema>(Diagnostic.Error(LoadingCodes.UnreadableFile, $"cannot read the seed: {e.Message.TrimEnd('.')}", Location.OfFile(path)));
        }
    }

    /// <summary>Writes the rows as `COPY … FROM STDIN (FORMAT csv)` reads them: without a header, NULL as an empty field; with commas, unless the schema says that they stay as they are.</summary>
    /// <param name="source">The seed's file from its start, able to go back there.</param>
    /// <returns>The number of rows.</returns>
    public static async Task<long> WriteCopyTextAsync(Stream source, SeedSchema schema, Stream target, CancellationToken cancellation)
    {
        CsvDialect dialect = new(schema.Delimiter);
        IEnumerable<CsvBlock> rows = RowsOf(new CsvBlockReader(SeedStream.Open(source), dialect), dialect);
        if (!schema.IsVerbatim)
        {
            return await RewriteAsync(rows, schema, target, cancellation).ConfigureAwait(false);
        }

        foreach (CsvBlock block in rows)
        {
            await target.WriteAsync(block.Memory, cancellation).ConfigureAwait(false);
            block.Return();
        }

        return schema.RowCount;
    }

    /// <summary>What follows the header.</summary>
    internal static IEnumerable<CsvBlock> RowsOf(CsvBlockReader blocks, CsvDialect dialect) =>
        SeedHeader.Read(blocks.Next(), dialect) is { } header ? blocks.Rest().Prepend(header.Rows) : [];

    /// <summary>An empty line is a row only where a row is one value.</summary>
    internal static bool IsBlank(List<CsvField> fields, int columnCount) => fields.Count == 0 && columnCount > 1;

    private static async Task<long> RewriteAsync(IEnumerable<CsvBlock> blocks, SeedSchema schema, Stream target, CancellationToken cancellation)
    {
        SeedRowWriter writer = new(schema);
        foreach (CsvBlock block in blocks)
        {
            writer.Append(block);
            block.Return();
            await target.WriteAsync(writer.Written, cancellation).ConfigureAwait(false);
            writer.Clear();
        }

        return writer.RowCount;
    }
}
