using Deck.Models.Engine.Resolution;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Resolution;

/// <summary>Properties of a package that describe what the project has in the place of the package's own.</summary>
public sealed class BorrowedPropertiesTests
{
    private static readonly (string, string) Packages = ("packages.yml", "packages: [{local: pack}]\n");
    private static readonly (string, string) Package = ("dbt_packages/pack/dbt_project.yml", "name: pack\nversion: '1'\n");
    private static readonly (string, string) Seed = ("dbt_packages/pack/seeds/kinds.csv", "id\n1\n");

    private static readonly (string, string) Properties = ("dbt_packages/pack/seeds/seeds.yml", """
        seeds:
          - name: kinds
            description: All kinds
            config: {column_types: {id: bigint}}
            columns: [{name: id, data_tests: [unique]}]
        """);

    private static readonly (string, string) Own = ("seeds/kinds.csv", "id\n2\n");

    [Test]
    public void A_seed_that_replaces_a_disabled_one_is_described_by_the_package()
    {
        Manifest manifest = SmallProject.Manifest(Packages, Package, Seed, Properties, Own, Project("false"));
        Node seed = manifest.Nodes.Single(n => n.ResourceType == ResourceType.Seed);
        Assert.Multiple(() =>
        {
            Assert.That(seed.Id.Value, Is.EqualTo("seed.shop.kinds"));
            Assert.That(seed.Description, Is.EqualTo("All kinds"));
            Assert.That(seed.Config.TryGet("column_types", out var types) ? types.Repr() : "", Is.EqualTo("{'id': 'bigint'}"));
            Assert.That(manifest.Nodes.OfType<DataTestNode>().Single().DependsOn.Select(d => d.Value), Is.EqualTo(new[] { "seed.shop.kinds" }));
        });
    }

    [Test]
    public void A_seed_of_its_own_keeps_its_properties() =>
        Assert.That(
            SmallProject.Manifest(Packages, Package, Seed, Properties, Project("true")).Nodes.OfType<SeedNode>().Single().Description,
            Is.EqualTo("All kinds"));

    private static (string, string) Project(string enabled) =>
        ("project.yml", $"name: shop\nversion: '1'\nprofile: shop\nseeds: {{pack: {{+enabled: {enabled}}}}}\n");
}
