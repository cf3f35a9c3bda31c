using System.Collections.Immutable;
using Deck.Models.Cli.Files;

namespace Deck.Models.Cli.Tests.Files;

[TestFixture]
internal sealed class DiskProjectFilesTests
{
    private const string Profiles = "shop: {target: dev, outputs: {dev: {type: postgres, host: h, user: u, password: p, dbname: d, schema: s}}}";

    [Test]
    public async Task A_package_may_be_a_link_to_a_folder_that_holds_the_project()
    {
        using TestHost host = new();
        host.With("dbt_project.yml", "name: lib\nversion: '1'\nprofile: shop\n")
            .With("models/of_the_package.sql", "select 1 as n")
            .With("inner/profiles.yml", Profiles)
            .With("inner/dbt_project.yml", "name: inner\nversion: '1'\nprofile: shop\n")
            .With("inner/models/of_the_project.sql", "select * from {{ ref('of_the_package') }}")
            .With("inner/packages.yml", "packages:\n  - local: ..\n")
            .With("inner/dbt_packages/.gitkeep", "");
        Directory.CreateSymbolicLink(Path.Combine(host.Folder, "inner/dbt_packages/lib"), "../..");
        int code = await host.RunAsync("list", "--project-dir", "inner", "--profiles-dir", "inner");
        Assert.That(code, Is.Zero, host.Errors);
        Assert.That(host.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries), Is.EquivalentTo(new[] { "inner.of_the_project", "lib.of_the_package" }));
    }

    [Test]
    public void Links_to_folders_are_folders_and_are_not_entered()
    {
        using TestHost host = new();
        host.With("packages/b/dbt_project.yml", "").With("packages/file.txt", "");
        Directory.CreateSymbolicLink(Path.Combine(host.Folder, "packages/a"), "..");
        ImmutableArray<string> folders = new DiskProjectFiles(host.Folder).ListFolders("packages");
        Assert.That(folders, Is.EqualTo(new[] { "a", "b" }));
    }
}
