using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;
using Deck.Models.Testing.Files;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Packages;

/// <summary>A project meets its packages: are they there, do they fit.</summary>
public sealed class InstallationTests
{
    private const string Project = "name: shop\nprofile: shop\n";
    private const string Package = "name: utils\n";

    private static readonly InvocationSettings Settings = new()
    {
        Command = "build",
        StartedAt = DateTimeOffset.UnixEpoch,
        InvocationId = Guid.Empty,
        ProfilesFile = new SourceText("profiles.yml", "shop:\n  target: dev\n  outputs:\n    dev: {type: postgres, host: h, user: u, password: p, dbname: d, schema: s}\n"),
    };

    [Test]
    public void Packages_that_are_not_installed_stop_the_project_with_one_message()
    {
        Checked<Manifest> manifest = Resolve(new InMemoryProjectFiles().With("project.yml", Project)
            .With("models/a.sql", "select {{ utils.one() }}")
            .With("packages.yml", "packages:\n  - package: acme/utils\n    version: 1.0.0\n  - local: ../other\n"));
        Assert.That(manifest.Diagnostics.Select(d => d.Message), Is.EqualTo(new[] { "packages.yml has 2 packages, but 0 are installed in dbt_packages" }));
        Assert.That(manifest.Diagnostics[0].Hints, Does.Contain("run `deckmodel deps`"));
    }

    [Test]
    public void The_lock_says_which_are_missing()
    {
        Checked<Manifest> manifest = Resolve(new InMemoryProjectFiles().With("project.yml", Project)
            .With("packages.yml", "packages:\n  - package: acme/utils\n    version: 1.0.0\n")
            .With("package-lock.yml", "packages:\n  - {name: utils, package: acme/utils, version: 1.0.0}\n  - {name: base, package: acme/base, version: 1.0.0}\n")
            .With("dbt_packages/utils/dbt_project.yml", Package));
        Assert.That(manifest.Diagnostics[0].Message, Is.EqualTo("package-lock.yml has 2 packages, but 1 is installed in dbt_packages"));
        Assert.That(manifest.Diagnostics[0].Hints, Does.Contain("missing: `base`"));
    }

    [TestCase("dependencies.yml", "projects: []\npackages:\n  - local: ../utils\n")]
    [TestCase("packages.yml", "packages:\n  - git: \"{{ env_var('NOT_SET') }}\"\n")]
    public void As_many_packages_as_are_asked_for_will_do(string file, string text)
    {
        Checked<Manifest> manifest = Resolve(new InMemoryProjectFiles().With("project.yml", Project).With(file, text)
            .With("dbt_packages/utils/dbt_project.yml", Package)
            .With("dbt_packages/__deps-old/utils/dbt_project.yml", Package)
            .With("dbt_packages/notes/readme.txt", "not a package"));
        Assert.That(manifest.HasErrors, Is.False, string.Join('\n', manifest.Diagnostics));
    }

    [Test]
    public void Packages_may_lie_outside_the_project()
    {
        Checked<Manifest> manifest = Resolve(new InMemoryProjectFiles().With("project.yml", Project + "packages-install-path: /shared/packages/\n")
            .With("packages.yml", "packages:\n  - local: ../utils\n")
            .With("models/a.sql", "select {{ utils.one() }} as x")
            .With("/shared/packages/utils/dbt_project.yml", Package)
            .With("/shared/packages/utils/macros/one.sql", "{% macro one() %}1{% endmacro %}"));
        Assert.That(manifest.HasErrors, Is.False, string.Join('\n', manifest.Diagnostics));
    }

    [TestCase("'>=1.0.0'", "")]
    [TestCase("['>=1.0.0', '<3.0.0']", "")]
    [TestCase("'>=1.0.0,<3.0.0'", "")]
    [TestCase("'>=5.0.0'", "DECK0321")]
    [TestCase("['>=1.0.0', '<1.2.0']", "DECK0321")]
    [TestCase("['>2.0.0', '<1.0.0']", "DECK0321")]
    [TestCase("'>=1.x'", "DECK0351")]
    public void A_package_may_ask_for_a_release_of_dbt(string required, string code)
    {
        Checked<ProjectSources> loaded = ProjectLoader.Load(WithPackage(required), Settings);
        Assert.That(string.Join(' ', loaded.Diagnostics.Select(d => d.Code)), Is.EqualTo(code));
    }

    [Test]
    public void The_release_that_is_asked_for_need_not_be_looked_at()
    {
        Checked<ProjectSources> loaded = ProjectLoader.Load(WithPackage("'>=5.0.0'"), Settings with { Flags = Settings.Flags.Add("version_check", Value.Of(false)) });
        Assert.That(loaded.Diagnostics, Is.Empty);
    }

    private static InMemoryProjectFiles WithPackage(string required) => new InMemoryProjectFiles().With("project.yml", Project)
        .With("packages.yml", "packages:\n  - local: ../utils\n")
        .With("dbt_packages/utils/dbt_project.yml", $"{Package}require-dbt-version: {required}\n");

    private static Checked<Manifest> Resolve(InMemoryProjectFiles files)
    {
        Checked<ProjectSources> loaded = ProjectLoader.Load(files, Settings);
        Assert.That(loaded.Value, Is.Not.Null, string.Join('\n', loaded.Diagnostics));
        return ManifestBuilder.Build(loaded.Value!);
    }
}
