using System.Text.Json;

namespace Deck.Models.Cli.Tests.Packages;

/// <summary>`deckmodel deps` on a hub of the test's own.</summary>
[TestFixture]
internal sealed class DepsCommandTests
{
    [Test]
    public async Task Packages_and_what_they_ask_for_are_locked_and_installed()
    {
        using DepsProject project = new();
        project.Hub.With("acme/base", "1.0.0").With("acme/base", "1.5.0").With("acme/base", "2.0.0").With("acme/mid", "1.0.0", ("acme/base", ">=1.0.0,<2.0.0"));
        await project.Asking("package: acme/mid, version: 1.0.0").DepsAsync();
        Assert.That(project.Lock, Is.EqualTo("""
            packages:
              - name: mid
                package: acme/mid
                version: 1.0.0
              - name: base
                package: acme/base
                version: 1.5.0
            sha1_hash: 3a0397f39c07df76396318b0ef7a626dec06d457

            """));
        Assert.That(project.Installed, Is.EqualTo("base mid"));
        Assert.That(project.Read("dbt_packages/base/macros/version.sql"), Does.Contain("1.5.0"));
        Assert.That(project.Out, Does.Contain("acme/base 2.0.0 is out"));
    }

    [Test]
    public async Task A_lock_that_fits_is_kept_until_packages_change_or_an_upgrade_is_asked_for()
    {
        using DepsProject project = new();
        project.Hub.With("acme/base", "1.0.0");
        await project.Asking("package: acme/base, version: '>=1.0.0'").DepsAsync();
        project.Hub.With("acme/base", "1.1.0");
        await project.DepsAsync();
        Assert.That(project.Lock, Does.Contain("version: 1.0.0"));
        await project.DepsAsync("--upgrade");
        Assert.That(project.Lock, Does.Contain("version: 1.1.0"));
        await project.Asking("package: acme/base, version: 1.0.0").DepsAsync();
        Assert.That(project.Read("dbt_packages/base/macros/version.sql"), Does.Contain("1.0.0"));
    }

    [Test]
    public async Task What_a_killed_process_has_left_is_cleaned_up()
    {
        using DepsProject project = new();
        project.Hub.With("acme/base", "1.0.0");
        project.With("dbt_packages/__deps-dead/lock", "").With("dbt_packages/__deps-dead/1/dbt_project.yml", "name: half\n").With("dbt_packages/__deps-alive/lock", "");
        string alive = Path.Combine(project.Folder, "dbt_packages", "__deps-alive");
        using (new FileStream(Path.Combine(alive, "lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            await project.Asking("package: acme/base, version: 1.0.0").DepsAsync();
        }

        Assert.That(Directory.EnumerateDirectories(Path.Combine(project.Folder, "dbt_packages")).Select(Path.GetFileName), Is.EquivalentTo(new[] { "base", "__deps-alive" }));
    }

    [Test]
    public async Task A_lock_can_be_written_without_installing()
    {
        using DepsProject project = new();
        project.Hub.With("acme/base", "1.0.0");
        await project.Asking("package: acme/base, version: 1.0.0").DepsAsync("--lock");
        Assert.That(project.Lock, Does.Contain("acme/base"));
        Assert.That(project.Installed, Is.EqualTo("none"));
    }

    [Test]
    public async Task A_package_is_added_to_the_file_only_if_there_is_one()
    {
        using DepsProject project = new();
        project.Hub.With("acme/base", "1.0.0").With("acme/mid", "1.0.0");
        await project.With("packages.yml", "packages: # ours\n  - package: acme/mid\n    version: 1.0.0\n").DepsAsync("--add-package", "acme/base@1.0.0");
        string expected = "packages: # ours\n  - package: acme/mid\n    version: 1.0.0\n  - package: acme/base\n    version: 1.0.0\n";
        Assert.That(project.Read("packages.yml"), Is.EqualTo(expected));
        Assert.That(project.Installed, Is.EqualTo("base mid"));
        await project.RefusedAsync("DECK0353", "--add-package", "acme/base@7.0.0");
        Assert.That(project.Read("packages.yml"), Is.EqualTo(expected));
        Assert.That(project.Out, Does.Not.Contain("out of packages.yml"));
        await project.RefusedAsync("DECK0901", "--add-package", "acme/base");
    }

    [Test]
    public async Task A_hub_out_of_reach_leaves_what_was_there()
    {
        using DepsProject project = new();
        project.Hub.With("acme/base", "1.0.0").With("acme/other", "1.0.0");
        await project.Asking("package: acme/base, version: 1.0.0").DepsAsync();
        string locked = project.Lock;
        project.Hub.Refuse("archives/other-1.0.0.tar.gz", 100);
        await project.Asking("package: acme/other, version: 1.0.0").RefusedAsync("DECK0356");
        Assert.That(project.Installed, Is.EqualTo("base"));
        project.Hub.Dispose();
        await project.Asking("package: acme/base, version: 1.0.0").RefusedAsync("DECK0356", "--upgrade");
        Assert.That(project.Installed, Is.EqualTo("base"));
        Assert.That(project.Errors, Does.Contain("no connection"));
        Assert.That(locked, Does.Contain("base"));
    }

    [Test]
    public async Task A_busy_server_is_asked_again()
    {
        using DepsProject project = new();
        project.Hub.With("acme/base", "1.0.0");
        project.Hub.Refuse("api/v1/acme/base.json", 2);
        project.Hub.Refuse("archives/base-1.0.0.tar.gz", 1);
        await project.Asking("package: acme/base, version: 1.0.0").DepsAsync();
        Assert.That(project.Out, Does.Contain("Trying acme/base again: the server answers 503"));
        Assert.That(project.Hub.Asked.Count(path => path.EndsWith("base.json", StringComparison.Ordinal)), Is.EqualTo(3));
    }

    [Test]
    public async Task An_unknown_package_is_compared_with_those_of_the_hub()
    {
        using DepsProject project = new();
        project.Hub.With("acme/base", "1.0.0");
        await project.Asking("package: acme/basse, version: 1.0.0").RefusedAsync("DECK0352");
        Assert.That(project.Errors, Does.Contain("packages.yml:2:").And.Contain("did you mean `acme/base`?"));
    }

    [Test]
    public async Task An_archive_that_is_not_the_listed_one_is_refused()
    {
        using DepsProject project = new();
        project.Hub.With("acme/base", "1.0.0");
        await project.Asking("package: acme/base, version: 1.0.0").DepsAsync();
        project.Hub.Put("archives/base-1.0.0.tar.gz", TestArchive.Of(("base-1.0.0/dbt_project.yml", "name: base\n"), ("base-1.0.0/evil", "x")));
        await project.RefusedAsync("DECK0358");
        Assert.That(project.Has("dbt_packages/base/macros/version.sql"), Is.True);
    }

    [Test]
    public async Task Sha1_is_a_checksum_too_and_none_is_none()
    {
        using DepsProject project = new();
        byte[] archive = TestArchive.Of(("base-1/dbt_project.yml", "name: base\n"));
#pragma warning disable CA5350 // what the public hub lists
        project.Hub.With("acme/base", "1.0.0", archive, Convert.ToHexString(System.Security.Cryptography.SHA1.HashData(archive)));
#pragma warning restore CA5350
        project.Hub.With("acme/base", "1.1.0", archive, null);
        await project.Asking("package: acme/base, version: 1.0.0").DepsAsync();
        await project.Asking("package: acme/base, version: 1.1.0").DepsAsync();
        Assert.That(project.Installed, Is.EqualTo("base"));
    }

    [Test]
    public async Task An_unsafe_archive_is_refused_and_leaves_nothing()
    {
        using DepsProject project = new();
        string address = project.Hub.Put("evil.tar.gz", TestArchive.Write(tar => tar.WriteEntry(TestArchive.File("../../evil", "x"))));
        await project.Asking($"tarball: '{address}', name: evil").RefusedAsync("DECK0360");
        Assert.That(project.Installed, Is.EqualTo("none"));
        Assert.That(project.Has("evil"), Is.False);
    }

    [Test]
    public async Task A_tarball_is_installed_under_the_name_it_is_given()
    {
        using DepsProject project = new(("DBT_ENV_SECRET_PAT", "hush!"));
        string address = project.Hub.Put("tools.tar.gz", TestArchive.Of(("tools-main/dbt_project.yml", "name: tools\n"))).Replace("http://", "http://me:{{ env_var(\"DBT_ENV_SECRET_PAT\") }}@", StringComparison.Ordinal);
        await project.Asking($"tarball: '{address}', name: my_tools").DepsAsync();
        Assert.That(project.Installed, Is.EqualTo("my_tools"));
        Assert.That(project.Hub.Authorizations, Does.Contain("me:hush!"));
        Assert.That(project.Text + project.Lock, Does.Not.Contain("hush"));
    }

    [Test]
    public async Task A_secret_is_not_shown_where_something_fails()
    {
        using DepsProject project = new(("DBT_ENV_SECRET_PAT", "hush"));
        string address = project.Hub.Url.Replace("http://", "http://{{ env_var(\"DBT_ENV_SECRET_PAT\") }}@", StringComparison.Ordinal);
        await project.Asking($"git: '{address}/repo.git', revision: v1", "git: 'https://x:hush@127.0.0.1:1/other.git', revision: v1").RefusedAsync("DECK0362");
        Assert.That(project.Text, Does.Not.Contain("hush").And.Contain("env_var"));
    }

    [Test]
    public async Task Packages_that_nothing_asks_for_are_removed_and_other_folders_stay()
    {
        using DepsProject project = new();
        project.Hub.With("acme/base", "1.0.0");
        await project.Asking("package: acme/base, version: 1.0.0").With("dbt_packages/notes/readme.txt", "mine").DepsAsync();
        await project.Asking().DepsAsync();
        Assert.That(project.Installed, Is.EqualTo("notes"));
        Assert.That(project.Out, Does.Contain("packages.yml asks for no packages").And.Contain("Removed base"));
        Assert.That(project.Lock, Does.StartWith("packages: []\n"));
    }

    [Test]
    public async Task A_project_without_packages_needs_no_hub_and_gets_no_lock()
    {
        using DepsProject project = new();
        await project.DepsAsync();
        Assert.That(project.Hub.Asked, Is.Empty);
        Assert.That(project.Has("package-lock.yml"), Is.False);
        Assert.That(project.Installed, Is.EqualTo("none"));
    }

    [Test]
    public async Task A_local_package_is_a_relative_link_and_the_project_uses_it()
    {
        using DepsProject project = new();
        project.With("near/dbt_project.yml", "name: near\n").With("near/macros/m.sql", "{% macro one() %}1{% endmacro %}").With("models/a.sql", "select {{ near.one() }} as x").Asking("local: near");
        Assert.That(await project.RunAsync("parse"), Is.EqualTo(ExitCodes.Unusable));
        Assert.That(project.Errors, Does.Contain("DECK0325").And.Contain("run `deckmodel deps`"));
        await project.DepsAsync();
        await project.DepsAsync();
        Assert.That(new DirectoryInfo(Path.Combine(project.Folder, "dbt_packages/near")).LinkTarget, Is.EqualTo("../near"));
        Assert.That(await project.RunAsync("parse"), Is.EqualTo(ExitCodes.Success), project.Text);
        await project.Asking().DepsAsync();
        Assert.That(project.Installed, Is.Empty);
        Assert.That(project.Has("near/macros/m.sql"), Is.True);
    }

    [Test]
    public async Task A_link_to_a_local_package_that_is_gone_is_removed()
    {
        using DepsProject project = new();
        await project.With("near/dbt_project.yml", "name: near\n").Asking("local: near").DepsAsync();
        Directory.Delete(Path.Combine(project.Folder, "near"), recursive: true);
        await project.Asking().DepsAsync();
        Assert.That(project.Installed, Is.Empty);
    }

    [Test]
    public async Task A_local_package_is_found_from_a_packages_folder_that_is_a_link()
    {
        using DepsProject project = new();
        project.With("shop/dbt_project.yml", "name: shop\nprofile: shop\n").With("shop/packages.yml", "packages:\n  - local: ../near\n")
            .With("near/dbt_project.yml", "name: near\n").With("a/deep/cache/readme.txt", "shared");
        Directory.CreateSymbolicLink(Path.Combine(project.Folder, "shop/dbt_packages"), "../a/deep/cache");
        await project.DepsAsync("--project-dir", "shop");
        Assert.That(project.Has("shop/dbt_packages/near/dbt_project.yml"), Is.True);
    }

    [Test]
    public async Task The_packages_folder_is_the_projects_choice_but_not_the_project()
    {
        using DepsProject project = new();
        project.Hub.With("acme/base", "1.0.0");
        project.Asking("package: acme/base, version: 1.0.0").With("dbt_project.yml", "name: shop\nprofile: shop\npackages-install-path: lib/packages\n");
        await project.DepsAsync();
        Assert.That(project.Has("lib/packages/base/dbt_project.yml"), Is.True);
        await project.With("dbt_project.yml", "name: shop\npackages-install-path: .\n").RefusedAsync("DECK0366");
    }

    [Test]
    public async Task A_broken_lock_is_named_and_an_upgrade_replaces_it()
    {
        using DepsProject project = new();
        project.Hub.With("acme/base", "1.0.0");
        await project.Asking("package: acme/base, version: 1.0.0").With("package-lock.yml", "packages: [\n").RefusedAsync("DECK0365");
        await project.DepsAsync("--upgrade");
        Assert.That(project.Installed, Is.EqualTo("base"));
    }

    [Test]
    public async Task A_hub_of_our_name_has_a_setting_too()
    {
        using LocalHub other = new();
        other.With("acme/base", "1.0.0");
        using DepsProject project = new(("DECKMODEL_PACKAGE_HUB_URL", other.Url));
        await project.Asking("package: acme/base, version: 1.0.0").RefusedAsync("DECK0352");
        Assert.That(other.Asked, Is.Empty, "dbt's own variable wins");
        using TestHost host = new() { Environment = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add("DECKMODEL_PACKAGE_HUB_URL", other.Url + "/") };
        host.With("dbt_project.yml", "name: shop\n").With("packages.yml", "packages: [{package: acme/base, version: 1.0.0}]\n");
        Assert.That(await host.RunAsync("deps"), Is.EqualTo(ExitCodes.Success), host.Errors);
    }

    [Test]
    public async Task Steps_come_as_json_where_that_is_asked_for()
    {
        using DepsProject project = new();
        project.Hub.With("acme/base", "1.0.0");
        await project.Asking("package: acme/base, version: 1.0.0").DepsAsync("--log-format", "json");
        string?[] names = [.. project.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("info").GetProperty("name").GetString())];
        Assert.That(names, Is.EqualTo(new[] { "PackageResolving", "PackageLocked", "PackageFetching", "PackageInstalled" }));
    }
}
