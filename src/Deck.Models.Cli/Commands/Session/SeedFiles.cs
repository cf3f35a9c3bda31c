using Deck.Models.Cli.Files;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Seeds;
using Deck.Models.Engine.Planning.Materializations;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Cli.Commands.Session;

/// <summary>Opens the project's seeds for the runner: the schema first, the rows streamed when they are copied.</summary>
internal sealed class SeedFiles(ProjectSession session)
{
    private readonly DiskProjectFiles files = new(session.Folder);

    public Checked<SeedTable> Read(SeedNode seed)
    {
        Checked<SeedSchema> read = SeedReader.ReadSchema(files, seed);
        if (!read.Succeeded(out SeedSchema? schema))
        {
            return Check.Failed<SeedTable>(read.Diagnostics);
        }

        string path = seed.Location.InFile.Text.Path;
        return Check.Ok(
            new SeedTable([.. schema.Columns.Select(c => new TypedColumn(c.Name, c.Type))], (writer, cancellation) => WriteAsync(path, schema, writer, cancellation)),
            read.Diagnostics);
    }

    private async Task WriteAsync(string path, SeedSchema schema, TextWriter writer, CancellationToken cancellation)
    {
        await using Stream source = files.OpenRead(path);
        await SeedReader.WriteCopyTextAsync(source, schema, writer, cancellation);
    }
}
