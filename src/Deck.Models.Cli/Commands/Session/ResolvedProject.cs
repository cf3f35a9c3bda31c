using Deck.Models.Cli.Commands.Options;
using Deck.Models.Cli.Console;
using Deck.Models.Cli.Files;
using Deck.Models.Engine.Caching;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Cli.Commands.Session;

/// <summary>A project that was read and resolved: what every command that works on nodes starts from.</summary>
internal sealed class ResolvedProject
{
    private readonly ResolutionOutcome outcome;

    private ResolvedProject(ProjectSession session, ResolutionOutcome outcome)
    {
        Session = session;
        this.outcome = outcome;
    }

    public ProjectSession Session { get; }

    public Manifest Manifest => outcome.Manifest;

    /// <summary>Reads and resolves; the diagnostics tell the mistakes of both in one go.</summary>
    public static Checked<ResolvedProject> Open(CliHost host, GlobalOptions options, string command)
    {
        Checked<ProjectInvocation> invocation = ProjectInvocation.Find(host, options, command);
        if (!invocation.Succeeded(out ProjectInvocation? found))
        {
            return Check.Failed<ResolvedProject>(invocation.Diagnostics);
        }

        ResolutionOutcome outcome = ProjectResolver.Resolve(new DiskProjectFiles(found.Folder), found.Settings, project => StoreOf(host, options, found.Folder, project));
        Diagnostic[] loading = [.. found.Settings.Warnings.Apply([.. invocation.Diagnostics, .. outcome.Loaded.Diagnostics])];
        Diagnostic[] diagnostics = [.. loading, .. found.Settings.Warnings.Apply(ResolutionOf(outcome, loading))];
        return outcome.Loaded.Value is { } sources && outcome.HasManifest
            ? Check.Ok(new ResolvedProject(new ProjectSession(host, found.Folder, sources), outcome), diagnostics)
            : Check.Failed<ResolvedProject>(diagnostics);
    }

    public void Deconstruct(out ProjectSession session, out Manifest manifest) => (session, manifest) = (Session, Manifest);

    /// <summary>How many enabled nodes of a type there are.</summary>
    public int Count(ResourceType type) => outcome.Count(type);

    /// <summary>A note of what this state of the project wrote to a target folder.</summary>
    public ManifestNote NoteIn(TargetFolder target) => target.Note(outcome.Identity);

    private static PartialParseFile? StoreOf(CliHost host, GlobalOptions options, string folder, ProjectFile project)
    {
        if (!options.PartialParse)
        {
            return null;
        }

        string path = options.PartialParsePath is { } named ? host.Resolve(named) : Path.Combine(TargetFolder.PathOf(host, options, folder, project), PartialParseFile.Name);
        return new PartialParseFile(path, text => Tell(host, options, text), host.Background);
    }

    private static void Tell(CliHost host, GlobalOptions options, string text)
    {
        if (options.Verbosity == ConsoleVerbosity.Debug)
        {
            host.Error.WriteLine($"deckmodel: {text}");
        }
    }

    private static IEnumerable<Diagnostic> ResolutionOf(ResolutionOutcome outcome, Diagnostic[] loading) =>
        outcome.Loaded.Value is { } sources && HasUnreadFiles(loading, sources) ? outcome.Resolution.Where(d => !MayFollowFromUnreadFiles(d)) : outcome.Resolution;

    /// <summary>True where a file could not be read, and with it whatever it declares. A model whose text is broken is known all the same.</summary>
    private static bool HasUnreadFiles(Diagnostic[] loading, ProjectSources sources)
    {
        if (!loading.Any(d => d.Severity == Severity.Error))
        {
            return false;
        }

        HashSet<string> known = [.. sources.Packages.SelectMany(p => p.Files).Where(f => f.Code is null).Select(f => f.Text.Path)];
        return loading.Any(d => d.Severity == Severity.Error && !(d.Location is { } place && known.Contains(place.InFile.Text.Path)));
    }

    /// <summary>What seems to be missing may stand in a file that could not be read.</summary>
    private static bool MayFollowFromUnreadFiles(Diagnostic diagnostic) =>
        diagnostic.Code == ResolutionCodes.UnknownSource
        || diagnostic.Code == ResolutionCodes.UnknownModel
        || diagnostic.Code == ResolutionCodes.NothingToDescribe
        || diagnostic.Code == ResolutionCodes.UnknownTest
        || diagnostic.Code == ResolutionCodes.UnknownGroup
        || diagnostic.Code == ResolutionCodes.UnknownDoc
        || diagnostic.Code == ResolutionCodes.WrongVersion
        || diagnostic.Code == Engine.Compilation.CompilationCodes.UnknownMacro
        || diagnostic.Code == Templating.TemplateDiagnostics.Undefined;
}
