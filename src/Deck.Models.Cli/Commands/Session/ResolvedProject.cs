using Deck.Models.Cli.Commands.Options;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Cli.Commands.Session;

/// <summary>A project that was read and resolved: what every command that works on nodes starts from.</summary>
internal sealed record ResolvedProject(ProjectSession Session, Manifest Manifest)
{
    /// <summary>Reads and resolves; the diagnostics tell the mistakes of both in one go.</summary>
    public static Checked<ResolvedProject> Open(CliHost host, GlobalOptions options, string command)
    {
        Checked<ProjectSession> opened = ProjectSession.Open(host, options, command);
        if (opened.Value is not { } session)
        {
            return Check.Failed<ResolvedProject>(opened.Diagnostics);
        }

        Checked<Manifest> built = ManifestBuilder.Build(session.Sources);
        IEnumerable<Diagnostic> resolution = HasUnreadFiles(opened, session.Sources) ? built.Diagnostics.Where(d => !MayFollowFromUnreadFiles(d)) : built.Diagnostics;
        Diagnostic[] diagnostics = [.. opened.Diagnostics, .. session.Settings.Warnings.Apply(resolution)];
        return built.Value is { } manifest ? Check.Ok(new ResolvedProject(session, manifest), diagnostics) : Check.Failed<ResolvedProject>(diagnostics);
    }

    /// <summary>True where a file could not be read, and with it whatever it declares. A model whose text is broken is known all the same.</summary>
    private static bool HasUnreadFiles(Checked<ProjectSession> opened, ProjectSources sources)
    {
        HashSet<string> known = [.. sources.Packages.SelectMany(p => p.Files).Where(f => f.Template is null).Select(f => f.Text.Path)];
        return opened.Diagnostics.Any(d => d.Severity == Severity.Error && !(d.Location is { } place && known.Contains(place.InFile.Text.Path)));
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
