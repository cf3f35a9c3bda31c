using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Resolution;
using Deck.Models.Testing.Files;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Loading;

/// <summary>The project of this repository, read from its root.</summary>
public sealed class DeckProjectTests
{
    [Test]
    public void It_loads_without_a_diagnostic()
    {
        Checked<ProjectSources> loaded = Load("local");

        Assert.That(loaded.Diagnostics.Select(DiagnosticFormatter.Format), Is.Empty);
        Assert.That(loaded.Value!.Root.Project.Name, Is.EqualTo("deck"));
        Assert.That(loaded.Value!.Root.Files.Count(f => f.ResourceType == ResourceType.Seed), Is.EqualTo(10));
        Assert.That(loaded.Value!.Root.Files.Select(f => f.Name), Has.Member("user_segmentation"));
        Assert.That(loaded.Value!.Root.Macros.Select(m => m.Name), Is.SupersetOf((string[])["rate", "test_one_row", "generate_schema_name"]));
        Assert.That(loaded.Value!.Root.Properties.Select(p => p.Kind).Distinct(), Is.SupersetOf((PropertiesKind[])[PropertiesKind.Model, PropertiesKind.Source, PropertiesKind.UnitTest]));
        Assert.That(loaded.Value!.Profile.IsLocal);
    }

    [Test]
    public void A_target_on_a_server_takes_its_settings_from_the_environment()
    {
        Checked<ProjectSources> loaded = Load("ci", ("PGPORT", "6543"));

        Assert.That(loaded.Diagnostics.Select(DiagnosticFormatter.Format), Is.Empty);
        Assert.That(loaded.Value!.Profile.Port, Is.EqualTo(6543));
        Assert.That(loaded.Value!.Profile.Host, Is.EqualTo("localhost"));
    }

    private static Checked<ProjectSources> Load(string target, params (string Name, string Value)[] environment)
    {
        string root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../.."));
        return ProjectLoader.Load(new FolderProjectFiles(root), new InvocationSettings
        {
            Command = "parse",
            StartedAt = DateTimeOffset.UnixEpoch,
            InvocationId = Guid.Empty,
            TargetName = target,
            ProfilesFile = new SourceText("profiles.yml", File.ReadAllText(Path.Combine(root, "profiles.yml"))),
            Environment = environment.ToImmutableDictionary(e => e.Name, e => e.Value),
        });
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
