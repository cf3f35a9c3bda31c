using Deck.Models.Engine.Caching;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Seeds;
using Deck.Models.Engine.Planning.Materializations;
using Deck.Models.Engine.Planning.Statements;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Execution;

/// <summary>A seed's file while the seed is loaded: the schema first, the rows streamed when they are copied.</summary>
internal sealed class SeedFile(IProjectFiles files, SeedNode seed)
{
    private readonly string path = seed.Location.InFile.Text.Path;
    private readonly FileStamp? stamp = files.StampOf(seed.Location.InFile.Text.Path);

    /// <summary>The mark that the seed's table gets, or null where nothing can tell that loading it again would change nothing.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public SeedMark? MarkOf(CompiledModel compiled)
    {
        using Stream file = files.OpenRead(path);
        return seed.Relation is { } relation && SeedDigest.Of(compiled, file) is { } digest ? new SeedMark(relation with { Database = null }, digest) : null;
    }

    /// <summary>The rows for a materialization that is written in Jinja.</summary>
    public async Task<Checked<SeedRows>> ReadRowsAsync(CancellationToken cancellation)
    {
        Checked<SeedSchema> read = await ReadSchemaAsync(cancellation).ConfigureAwait(false);
        return read.Succeeded(out SeedSchema? schema) ? Check.Ok(new SeedRows(files, schema), read.Diagnostics) : Check.Failed<SeedRows>(read.Diagnostics);
    }

    public async Task<Checked<SeedTable>> ReadAsync(CancellationToken cancellation)
    {
        Checked<SeedSchema> read = await ReadSchemaAsync(cancellation).ConfigureAwait(false);
        return read.Succeeded(out SeedSchema? schema) ? Check.Ok(TableOf(schema), read.Diagnostics) : Check.Failed<SeedTable>(read.Diagnostics);
    }

    private Task<Checked<SeedSchema>> ReadSchemaAsync(CancellationToken cancellation) => SeedReader.ReadSchemaAsync(files, path, seed.Config, cancellation);

    private SeedTable TableOf(SeedSchema schema)
    {
        SeedTable table = new([.. schema.Columns.Select(c => new TypedColumn(c.Name, c.Type))], (target, cancellation) => WriteAsync(schema, target, cancellation));
        return !schema.IsVerbatim ? table : table with
        {
            Delimiter = schema.Delimiter,
            QuotedNulls = [.. Enumerable.Range(0, schema.Columns.Length).Where(i => schema.Columns[i].HasQuotedNull)],
        };
    }

    private async Task<long> WriteAsync(SeedSchema schema, Stream target, CancellationToken cancellation)
    {
        Stream source = files.OpenRead(path);
        await using (source.ConfigureAwait(false))
        {
            long rows = await SeedReader.WriteCopyTextAsync(source, schema, target, cancellation).ConfigureAwait(false);
            return files.StampOf(path) == stamp ? rows : throw new IOException("it has changed while it was loaded");
        }
    }
}
