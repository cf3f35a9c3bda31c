using System.Collections.Immutable;
using System.Text;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Seeds;

/// <summary>Reads seeds in two passes of constant memory: one for the types of the columns, one that writes the rows for COPY.</summary>
public static class SeedReader
{
    private const int FlushAt = 64 * 1024;

    /// <summary>The table that the seed becomes, with dbt's inference where `column_types` says nothing. Every malformed row is a diagnostic.</summary>
    public static Checked<SeedSchema> ReadSchema(IProjectFiles files, SeedNode seed) =>
        ReadSchema(files, seed.Location.InFile.Text.Path, seed.Config);

    /// <param name="path">From the project's folder.</param>
    /// <param name="config">`column_types` and `delimiter` are read.</param>
    public static Checked<SeedSchema> ReadSchema(IProjectFiles files, string path, NodeConfig config)
    {
        string delimiter = config.GetText("delimiter") ?? ",";
        if (delimiter.Length != 1)
        {
            return Check.Failed<SeedSchema>(Diagnostic.Error(SeedCodes.BadDelimiter, $"`delimiter` should be one character, not `{delimiter}`", config.LocationOf("delimiter")));
        }

        DictValue types = config.TryGet("column_types", out Value? given) && given is DictValue dict ? dict : new DictValue();
        SeedPlaces places = new(files, path);
        try
        {
            using StreamReader reader = Open(files.OpenRead(path));
            return new SeedSchemaScan(new CsvReader(reader, delimiter[0]), places, types).Run(delimiter[0]);
        }
        catch (DecoderFallbackException)
        {
            return Check.Failed<SeedSchema>(places.DescribeBadByte());
        }
        catch (IOException e)
        {
            return Check.Failed<SeedSchema>(Diagnostic.Error(LoadingCodes.UnreadableFile, $"cannot read the seed: {e.Message.TrimEnd('.')}", Location.OfFile(path)));
        }
    }

    /// <summary>Writes the rows as CSV that `COPY … FROM STDIN (FORMAT csv)` reads: comma, no header, NULL as an unquoted empty field.</summary>
    /// <param name="source">The seed's file from its start; the caller disposes it.</param>
    /// <returns>The number of rows.</returns>
    public static async Task<long> WriteCopyTextAsync(Stream source, SeedSchema schema, TextWriter target, CancellationToken cancellation)
    {
        using StreamReader reader = Open(source, leaveOpen: true);
        CsvReader csv = new(reader, schema.Delimiter);
        SkipHeader(csv);
        StringBuilder text = new();
        long rows = 0;
        while (csv.Read())
        {
            if (IsBlank(csv, schema.Columns.Length))
            {
                continue;
            }

            SeedRowWriter.Append(text, csv.Fields, schema.Columns);
            rows++;
            if (text.Length >= FlushAt)
            {
                await target.WriteAsync(text, cancellation).ConfigureAwait(false);
                text.Clear();
            }
        }

        await target.WriteAsync(text, cancellation).ConfigureAwait(false);
        return rows;
    }

    /// <summary>An empty line is a row only where a row is one value.</summary>
    internal static bool IsBlank(CsvReader csv, int columnCount) => csv.Fields.Count == 0 && columnCount > 1;

    private static void SkipHeader(CsvReader csv)
    {
        bool found = csv.Read();
        while (found && csv.Fields.Count == 0)
        {
            found = csv.Read();
        }
    }

    private static StreamReader Open(Stream stream, bool leaveOpen = false) =>
        new(stream, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024, leaveOpen);
}
