using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Resolution;
using Deck.Models.Testing.Cases;
using Deck.Models.Testing.Files;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Resolution;

/// <summary>Resolves small projects written in tests, on a target `dev` with the schema `analytics` of the database `shop`.</summary>
internal static class SmallProject
{
    private const string Profiles = """
        shop:
          target: dev
          outputs:
            dev: {type: postgres, host: localhost, port: 5432, user: me, password: secret, dbname: shop, schema: analytics, threads: 2}
        """;

    private const string ProjectFile = "name: shop\nversion: '1'\nprofile: shop\n";

    /// <summary>Files of a project named `shop`; a `project.yml` among them replaces the usual one.</summary>
    public static InMemoryProjectFiles Files(params (string Path, string Content)[] files)
    {
        InMemoryProjectFiles project = new InMemoryProjectFiles().With("project.yml", ProjectFile);
        foreach ((string path, string content) in files)
        {
            project.With(path, content);
        }

        return project;
    }

    /// <summary>The outcome of loading and resolving, their diagnostics together.</summary>
    public static Checked<Manifest> Resolve(IProjectFiles files, InvocationSettings? settings = null)
    {
        Checked<ProjectSources> sources = ProjectLoader.Load(files, settings ?? Settings());
        if (sources.Value is null)
        {
            return Check.Failed<Manifest>(sources.Diagnostics);
        }

        Checked<Manifest> manifest = ManifestBuilder.Build(sources.Value);
        IEnumerable<Diagnostic> all = sources.Diagnostics.Concat(manifest.Diagnostics);
        return manifest.Value is null ? Check.Failed<Manifest>(all) : Check.Ok(manifest.Value, all);
    }

    /// <summary>The manifest of a project without mistakes.</summary>
    public static Manifest Manifest(params (string Path, string Content)[] files)
    {
        Checked<Manifest> resolved = Resolve(Files(files));
        Assert.That(DiagnosticList.Format(resolved.Diagnostics), Is.Empty);
        return resolved.Value!;
    }

    /// <summary>Messages only, each after its code.</summary>
    public static IEnumerable<string> Mistakes(params (string Path, string Content)[] files) =>
        Resolve(Files(files)).Diagnostics.Select(d => $"{d.Code} {d.Message}");

    public static InvocationSettings Settings() => new()
    {
        Command = "parse",
        StartedAt = DateTimeOffset.UnixEpoch,
        InvocationId = Guid.Empty,
        ProfilesFile = new SourceText("profiles.yml", Profiles),
    };
}
