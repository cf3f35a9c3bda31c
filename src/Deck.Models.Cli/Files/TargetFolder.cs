using System.Collections.Immutable;
using Deck.Models.Cli.Commands.Options;
using Deck.Models.Cli.Commands.Session;
using Deck.Models.Cli.Documentation;
using Deck.Models.Engine.Caching;
using Deck.Models.Engine.Execution.Documentation;
using Deck.Models.Engine.Execution.Freshness;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Reporting.Artifacts;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Cli.Files;

/// <summary>The folder of artifacts; every file in it is replaced as a whole.</summary>
internal sealed class TargetFolder : IArtifactSink
{
    private readonly string path;
    private readonly ProjectSession session;
    private readonly bool writesJson;

    private TargetFolder(string path, ProjectSession session, bool writesJson)
    {
        this.path = path;
        this.session = session;
        this.writesJson = writesJson;
    }

    /// <summary>The folder as the user should read it.</summary>
    public string ShownPath => Path.GetRelativePath(session.Host.WorkingDirectory, path) is { } relative && !relative.StartsWith("..", StringComparison.Ordinal)
        ? relative.Replace('\\', '/')
        : path;

    public static TargetFolder Of(ProjectSession session, GlobalOptions options) =>
        new(PathOf(session.Host, options, session.Folder, session.Sources.Root.Project), session, options.Flags.IsOn("write_json", otherwise: true));

    /// <summary>The folder's absolute path.</summary>
    public static string PathOf(CliHost host, GlobalOptions options, string projectFolder, ProjectFile project) =>
        options.TargetPath is { } named ? host.Resolve(named) : Path.GetFullPath(project.TargetPath, projectFolder);

    public void Write(string path, Action<Stream> write) => AtomicFile.Write(Path.Combine(this.path, path), write);

    public void WriteText(string path, string text) => AtomicFile.WriteText(Path.Combine(this.path, path), text);

    /// <param name="identity">Of the parsed project, or null where it is not kept.</param>
    public ManifestNote Note(ProjectIdentity? identity) => new(path, session.Settings, writesJson ? identity : null);

    /// <param name="compiled">Compiled SQL by node.</param>
    public void WriteManifest(Manifest manifest, IReadOnlyDictionary<NodeId, CompiledText> compiled)
    {
        if (writesJson)
        {
            Write(ManifestArtifact.FileName, stream => ManifestArtifact.Write(stream, manifest, Context(), compiled));
            Write(SemanticManifestArtifact.FileName, stream => SemanticManifestArtifact.Write(stream, manifest));
        }
    }

    /// <summary>manifest.json of what was parsed, with a note of it. What of an earlier one still holds is copied.</summary>
    public void WriteManifest(Manifest manifest, ManifestNote note)
    {
        if (!writesJson)
        {
            return;
        }

        ManifestPlaces? places = null;
        using (EarlierManifest? earlier = note.FindEarlier())
        {
            Write(ManifestArtifact.FileName, stream => places = earlier is null
                ? ManifestArtifact.Write(stream, manifest, Context(), ImmutableDictionary<NodeId, CompiledText>.Empty)
                : ManifestPatch.Write(stream, (earlier.Text, earlier.Places), (manifest, Context()), earlier.Changed));
        }

        Write(SemanticManifestArtifact.FileName, stream => SemanticManifestArtifact.Write(stream, manifest));
        note.Write(places);
    }

    public void WriteRunResults(RunResult run)
    {
        if (writesJson)
        {
            Write(RunResultsArtifact.FileName, stream => RunResultsArtifact.Write(stream, run, Context()));
        }
    }

    public void WriteCatalog(IEnumerable<Node> nodes, IReadOnlyList<DescribedRelation> relations) =>
        Write(CatalogArtifact.FileName, stream => CatalogArtifact.Write(stream, nodes, relations, Context()));

    /// <param name="elsewhere">Where the user wants it instead, from the working directory, or null.</param>
    public void WriteSources(IEnumerable<FreshnessResult> results, string? elsewhere) => Write(
        elsewhere is null ? SourcesArtifact.FileName : session.Host.Resolve(elsewhere),
        stream => SourcesArtifact.Write(stream, results, Context()));

    /// <summary>The folder's absolute path.</summary>
    public string FullPath => path;

    /// <summary>index.html, which shows manifest.json and catalog.json, and the project's assets beside it.</summary>
    public void WritePage()
    {
        WriteText(DocumentationPage.FileName, DocumentationPage.Read());
        foreach (string asset in session.Sources.Root.Project.AssetPaths)
        {
            AssetFolder.Copy(Path.GetFullPath(asset, session.Folder), Path.Combine(path, asset));
        }
    }

    /// <summary>static_index.html with both files in it; false where one of them is missing.</summary>
    public bool WriteStaticPage()
    {
        string[] files = [Path.Combine(path, ManifestArtifact.FileName), Path.Combine(path, CatalogArtifact.FileName)];
        if (!files.All(File.Exists))
        {
            return false;
        }

        WriteText(DocumentationPage.StaticFileName, DocumentationPage.WithContent(File.ReadAllText(files[0]), File.ReadAllText(files[1])));
        return true;
    }

    /// <summary>The run that left its results here.</summary>
    public Checked<PreviousRun> ReadRun() => PreviousRun.Read(path, ShownPath);

    /// <summary>The results of a run, and the manifest with compiled SQL.</summary>
    public void WriteRun(Manifest manifest, RunResult run)
    {
        WriteManifest(manifest, run.Results.Where(r => r.CompiledCode is not null).ToDictionary(r => r.Node.Id, r => new CompiledText(r.CompiledCode ?? "", r.CompiledOverloads)));
        WriteRunResults(run);
    }

    public void WriteSql(string folder, Node node, string? sql)
    {
        if (sql is not null)
        {
            WriteSqlFile($"{folder}/{TargetPaths.Of(node)}", sql);
        }
    }

    /// <summary>The SQL of one batch of a microbatch model, in a folder beside that of the model, as dbt names it.</summary>
    public void WriteSql(string folder, Node node, string batch, string? sql)
    {
        if (sql is not null)
        {
            string path = TargetPaths.Of(node);
            string stem = Path.GetFileNameWithoutExtension(path);
            WriteSqlFile($"{folder}/{path[..^Path.GetExtension(path).Length]}/{stem}_{batch}{Path.GetExtension(path)}", sql);
        }
    }

    /// <summary>A file that an earlier version wrote where a folder must be now makes way: all that lies here can be made again.</summary>
    private void WriteSqlFile(string file, string sql)
    {
        string full = Path.Combine(path, file);
        for (string? folder = Path.GetDirectoryName(full); folder is not null && !Directory.Exists(folder); folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(folder))
            {
                FileException.Guard(folder, () => { File.Delete(folder); return folder; });
            }
        }

        AtomicFile.WriteText(full, sql);
    }

    private ArtifactContext Context() => new(session.Settings, session.Host.Clock.GetUtcNow(), MatchedVersion);

    /// <summary>The dbt version that the artifacts claim: the one whose schemas they follow.</summary>
    private const string MatchedVersion = "1.11.2";
}
