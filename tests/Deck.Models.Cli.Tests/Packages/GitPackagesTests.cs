using System.Collections.Immutable;
using Deck.Models.Cli.Packages;
using Deck.Models.Engine.Packages;
using Deck.Models.Engine.Packages.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Cli.Tests.Packages;

/// <summary>`deckmodel deps` on git repositories of the test's own.</summary>
[TestFixture]
internal sealed class GitPackagesTests
{
    [Test]
    public async Task Branches_tags_and_commits_are_locked_as_commits()
    {
        using TestRepository repository = new();
        string first = repository.Commit("dbt_project.yml", "name: tool\n");
        repository.Git("tag", "v1");
        repository.Git("-c", "user.name=t", "-c", "user.email=t@t", "tag", "-a", "annotated", "-m", "x");
        string second = repository.Commit("second", "2");
        repository.Git("branch", "dev");
        repository.Commit("third", "3");
        (string Revision, string Commit)[] expected = [("v1", first), ("annotated", first), ("dev", second), (second, second)];
        foreach ((string revision, string commit) in expected)
        {
            using DepsProject project = new();
            await project.Asking($"git: '{repository.Folder}', revision: '{revision}'").DepsAsync();
            Assert.That(project.Lock, Does.Contain($"revision: {commit}"), revision);
            Assert.That((project.Has("dbt_packages/tool/second"), project.Has("dbt_packages/tool/.git")), Is.EqualTo((commit == second, false)), revision);
        }
    }

    [Test]
    public async Task An_unpinned_package_is_warned_about_and_stays_where_the_lock_has_it()
    {
        using TestRepository repository = new();
        string locked = repository.Commit("dbt_project.yml", "name: tool\n");
        using DepsProject project = new();
        await project.Asking($"git: '{repository.Folder}'").DepsAsync();
        Assert.That(project.Errors, Does.Contain("warning DECK0364"));
        repository.Commit("later", "2");
        await project.DepsAsync();
        Assert.That(project.Lock, Does.Contain(locked));
        Assert.That(project.Has("dbt_packages/tool/later"), Is.False);
        await project.DepsAsync("--upgrade");
        Assert.That(project.Has("dbt_packages/tool/later"), Is.True);
    }

    [Test]
    public async Task A_tag_wins_over_a_branch_of_its_name()
    {
        using TestRepository repository = new();
        string tagged = repository.Commit("dbt_project.yml", "name: tool\n");
        repository.Git("tag", "both");
        repository.Commit("later", "2");
        repository.Git("branch", "both");
        using DepsProject project = new();
        await project.Asking($"git: '{repository.Folder}', revision: both").DepsAsync();
        Assert.That(project.Lock, Does.Contain(tagged));
    }

    [Test]
    public async Task A_folder_of_a_repository_is_a_package()
    {
        using TestRepository repository = new();
        repository.Commit("other/x", "x");
        repository.Commit("deep/er/dbt_project.yml", "name: deeper\n");
        using DepsProject project = new();
        await project.Asking($"git: '{repository.Folder}', revision: main, warn-unpinned: false, subdirectory: deep/er").DepsAsync();
        Assert.That(project.Installed, Is.EqualTo("deeper"));
        Assert.That(project.Lock, Does.Contain("subdirectory: deep/er"));
        Assert.That(project.Errors, Is.Empty);
        await project.Asking($"git: '{repository.Folder}', revision: main, subdirectory: deep/err").RefusedAsync("DECK0355");
        Assert.That(project.Errors, Does.Contain("did you mean `deep/er`?"));
        await project.Asking($"git: '{repository.Folder}', revision: main").RefusedAsync("DECK0355");
        Assert.That(project.Errors, Does.Contain("add `subdirectory: deep/er`"));
        Assert.That(project.Installed, Is.EqualTo("deeper"));
    }

    [TestCase("v2", "did you mean `v1`?")]
    [TestCase("abcdef123", "a commit is given with all its 40 digits")]
    [TestCase("0123456789012345678901234567890123456789", "it has `v1`, `main`")]
    [TestCase("--upload-pack=touch evil", "it has `v1`, `main`")]
    public async Task A_revision_that_is_not_there_is_explained(string revision, string hint)
    {
        using TestRepository repository = new();
        repository.Commit("dbt_project.yml", "name: tool\n");
        repository.Git("tag", "v1");
        using DepsProject project = new();
        await project.Asking($"git: '{repository.Folder}', revision: '{revision}'").RefusedAsync("DECK0363");
        Assert.That(project.Errors, Does.Contain(hint));
        Assert.That(project.Has("evil"), Is.False);
    }

    [Test]
    public async Task Revisions_are_listed_from_the_newest_version_on()
    {
        using TestRepository repository = new();
        repository.Commit("dbt_project.yml", "name: tool\n");
        string[] tags = ["1.2.0", "1.9.0", "1.10.0"];
        foreach (string tag in tags)
        {
            repository.Git("tag", tag);
        }

        using DepsProject project = new();
        await project.Asking($"git: '{repository.Folder}', revision: feature/x").RefusedAsync("DECK0363");
        Assert.That(project.Errors, Does.Contain("it has `1.10.0`, `1.9.0`, `1.2.0`, `main`"));
    }

    [TestCase("/nowhere/at/all")]
    [TestCase("ext::sh -c touch% evil")]
    public async Task A_repository_that_cannot_be_read_is_named(string address)
    {
        using DepsProject project = new();
        await project.Asking($"git: '{address}', revision: v1").RefusedAsync("DECK0362");
        Assert.That(project.Has("evil"), Is.False);
    }

    [Test]
    public async Task A_machine_without_git_is_told_to_install_it()
    {
        Checked<FetchedPackage> fetched = await FetchAsync("no-such-git", TimeSpan.FromMinutes(1));
        Assert.That(fetched.Diagnostics.Single().Code.ToString(), Is.EqualTo("DECK0361"));
        Assert.That(fetched.Diagnostics.Single().Hints.Single(), Does.Contain("apt-get install git"));
    }

    [Test]
    public async Task A_git_that_never_ends_is_ended()
    {
        using TestRepository repository = new();
        string slow = Path.Combine(repository.Folder, "slow-git");
        File.WriteAllText(slow, "#!/bin/sh\nexec cat /dev/zero > /dev/null\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(slow, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        Checked<FetchedPackage> fetched = await FetchAsync(slow, TimeSpan.FromMilliseconds(50));
        Assert.That(fetched.Diagnostics.Single().Message, Does.Contain("took too long"));
    }

    [Test]
    public void A_copy_takes_the_place_of_a_link_where_there_can_be_none()
    {
        using DepsProject project = new();
        project.With("package/dbt_project.yml", "name: near\n").With("package/models/a.sql", "select 1").With("package/dbt_packages/old/x", "x");
        string install = Path.Combine(project.Folder, "package/dbt_packages");
        using StagingFolder staging = new(install);
        PackageInstaller installer = new(staging, (_, _) => throw new UnauthorizedAccessException("links need a privilege"), new Progress<PackageEvent>());
        string folder = Path.Combine(project.Folder, "package");
        LocalPin pin = new() { ShownName = "near", Folder = folder };
        ImmutableArray<Diagnostic> failed = installer.Install([new NamedPackage(pin, "near", new FetchedPackage(new Deck.Models.Cli.Files.DiskProjectFiles(folder), folder))]);
        Assert.That(failed, Is.Empty);
        Assert.That(project.Read("package/dbt_packages/near/models/a.sql"), Is.EqualTo("select 1"));
        Assert.That(project.Has("package/dbt_packages/near/dbt_packages"), Is.False);
    }

    private static async Task<Checked<FetchedPackage>> FetchAsync(string program, TimeSpan patience)
    {
        using StagingFolder staging = new(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()));
        GitProgram git = new(program, Path.GetTempPath(), ImmutableDictionary<string, string>.Empty, patience);
        GitPin pin = new() { ShownName = "repo", Url = "/nowhere", Written = "repo", Revision = "v1" };
        return await new GitFetcher(git, staging, new SecretMask(ImmutableDictionary<string, string>.Empty)).FetchAsync(pin, CancellationToken.None);
    }
}
