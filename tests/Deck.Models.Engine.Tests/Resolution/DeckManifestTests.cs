using System.Runtime.CompilerServices;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Resolution;
using Deck.Models.Testing.Cases;
using Deck.Models.Testing.Files;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Resolution;

/// <summary>The project of this repository, resolved for its sample target.</summary>
public sealed class DeckManifestTests
{
    private Manifest manifest = null!;

    [OneTimeSetUp]
    public void Resolve()
    {
        string root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../.."));
        Checked<Manifest> resolved = SmallProject.Resolve(new FolderProjectFiles(root), SmallProject.Settings() with
        {
            TargetName = "local",
            ProfilesFile = new SourceText("profiles.yml", File.ReadAllText(Path.Combine(root, "profiles.yml"))),
        });
        Assert.That(DiagnosticList.Format(resolved.Diagnostics), Is.Empty);
        manifest = resolved.Value!;
    }

    [Test]
    public void It_has_its_models_seeds_sources_and_analyses()
    {
        Assert.That(manifest.Nodes.OfType<SeedNode>().Count(), Is.EqualTo(10));
        Assert.That(manifest.Nodes.OfType<SourceNode>().Count(), Is.EqualTo(10));
        Assert.That(manifest.Nodes.OfType<ModelNode>().Select(m => m.Name), Is.SupersetOf((string[])["user_segmentation", "user_segmentation_summary", "stg_events"]));
        Assert.That(manifest.Nodes.OfType<AnalysisNode>().Select(a => a.Name), Has.Member("user_segmentation_verification"));
        Assert.That(manifest.Nodes.OfType<UnitTestNode>(), Is.Not.Empty);
    }

    [Test]
    public void The_projects_own_macro_names_the_schemas()
    {
        Assert.That(Model("user_segmentation").Relation, Is.EqualTo(new RelationName("deck", "analytics_gold", "user_segmentation")));
        Assert.That(manifest[new NodeId("seed.deck.users")].Relation, Is.EqualTo(new RelationName("deck", "raw", "users")));
    }

    [Test]
    public void A_model_has_what_its_properties_and_the_project_file_say()
    {
        ModelNode model = Model("user_segmentation");

        Assert.That(model.Config.Materialized, Is.EqualTo("table"));
        Assert.That(model.Tags, Is.EqualTo((string[])["gold"]));
        Assert.That(model.Fqn, Is.EqualTo((string[])["deck", "gold", "user_segmentation"]));
        Assert.That(model.PatchPath, Is.EqualTo("deck://models/gold/_schema.yml"));
        Assert.That(model.PrimaryKey, Is.EqualTo((string[])["user_id"]));
        Assert.That(model.DependsOn.Select(d => d.Value), Is.SupersetOf((string[])["model.deck.stg_users", "model.deck.stg_events"]));
    }

    [Test]
    public void A_staging_model_waits_for_the_seed_that_stands_in_for_its_source()
    {
        ModelNode model = Model("src_boards");

        Assert.That(model.DependsOn.Select(d => d.Value), Is.EquivalentTo((string[])["seed.deck.boards", "source.deck.deck_app.boards"]));
    }

    [Test]
    public void Tests_on_sources_are_off_where_the_seeds_have_them()
    {
        Assert.That(manifest.Nodes.OfType<DataTestNode>().Where(t => t.Name.StartsWith("source_", StringComparison.Ordinal)), Is.Empty);
        Assert.That(manifest.Disabled.Where(t => t.Name.StartsWith("source_", StringComparison.Ordinal)), Is.Not.Empty);
    }

    [Test]
    public void A_generic_test_depends_on_what_its_macro_refers_to()
    {
        DataTestNode test = manifest.Nodes.OfType<DataTestNode>().Single(t => t.Name == "no_test_users_user_segmentation_user_id");

        Assert.That(test.DependsOn.Select(d => d.Value), Is.EquivalentTo((string[])["model.deck.user_segmentation", "model.deck.stg_users"]));
        Assert.That(test.Generic!.AttachedTo?.Value, Is.EqualTo("model.deck.user_segmentation"));
        Assert.That(test.Fqn, Is.EqualTo((string[])["deck", "gold", "no_test_users_user_segmentation_user_id"]));
    }

    private static string Here([CallerFilePath] string path = "") => path;

    private ModelNode Model(string name) => (ModelNode)manifest[new NodeId($"model.deck.{name}")];
}
