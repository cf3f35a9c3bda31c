using Deck.Models.Engine.Planning;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Planning;

/// <summary>Which models with versions get a view that points to the latest one, and under which name.</summary>
public sealed class LatestVersionPointerTests
{
    private static readonly (string, string)[] Models = [("models/a_v1.sql", "select 1 as id"), ("models/a_v2.sql", "select 2 as id"), ("models/b.sql", "select 3 as id")];

    private static readonly (string, string) Flag = ("project.yml", "name: shop\nversion: '1'\nprofile: shop\nflags: {latest_version_pointer_enabled_by_default: true}\n");

    [TestCase("config: {latest_version_pointer: {enabled: true}}", "v2 a")]
    [TestCase("config: {latest_version_pointer: true}", "v2 a")]
    [TestCase("config: {latest_version_pointer: {enabled: true, alias: ' newest '}}", "v2 newest")]
    [TestCase("config: {latest_version_pointer: {alias: newest}}", "")]
    [TestCase("config: {latest_version_pointer: {enabled: true}}\n    latest_version: 1", "v1 a")]
    [TestCase("config: {latest_version_pointer: {enabled: true}, materialized: ephemeral}", "")]
    [TestCase("description: of ours", "")]
    public void The_latest_version_has_a_view_where_it_is_asked_for(string properties, string pointers) => Assert.That(PointersOf(Properties(properties)), Is.EqualTo(pointers));

    [TestCase("description: of ours", "v2 a")]
    [TestCase("config: {latest_version_pointer: {alias: newest}}", "v2 newest")]
    [TestCase("config: {latest_version_pointer: {enabled: false}}", "")]
    [TestCase("config: {latest_version_pointer: false}", "")]
    public void The_projects_flag_asks_for_all(string properties, string pointers) => Assert.That(PointersOf(Properties(properties), Flag), Is.EqualTo(pointers));

    [Test]
    public void A_layer_changes_what_it_says_of_it() => Assert.That(
        PointersOf(
            Properties("config: {latest_version_pointer: {alias: newest}}"),
            ("project.yml", "name: shop\nversion: '1'\nprofile: shop\nmodels: {+latest_version_pointer: {enabled: true, alias: other}}\n")),
        Is.EqualTo("v2 newest"));

    [Test]
    public void The_projects_macro_has_the_last_word() => Assert.That(
        PointersOf(
            Properties("config: {latest_version_pointer: {enabled: true, alias: newest}}"),
            ("macros/alias.sql", "{% macro generate_latest_version_pointer_alias(custom_alias_name, node) %}{{ custom_alias_name }}_of_{{ node.name }}_{{ node.version }}{% endmacro %}")),
        Is.EqualTo("v2 newest_of_a_2"));

    [TestCase("test")]
    [TestCase("clone")]
    [TestCase("seed")]
    public void Only_commands_that_build_models_make_it(string command) =>
        Assert.That(PlannedProject.Of(command, [.. Models, Properties("config: {latest_version_pointer: true}")]).Plan().Pointers, Is.Empty);

    [Test]
    public void A_version_that_has_the_name_itself_is_told_before_anything_runs()
    {
        Diagnostic mistake = PlannedProject.Of("run", [.. Models, Properties("config: {latest_version_pointer: true, alias: a}\n    latest_version: 2")]).TryPlan().Diagnostics.Single();

        Assert.That($"{mistake.Code} {mistake.Message}", Is.EqualTo("DECK0677 the latest version of `a` has the name `a` itself, so no view can point to it"));
        Assert.That(mistake.Hints.Single(), Does.Contain("enabled: false"));
    }

    private static (string, string) Properties(string ofModel) => ("models/schema.yml", $"models:\n  - name: a\n    {ofModel}\n    versions: [{{v: 1, config: {{alias: one}}}}, {{v: 2}}]\n  - name: b\n");

    private static string PointersOf(params (string, string)[] files)
    {
        RunPlan plan = PlannedProject.Of("run", [.. Models, .. files]).Plan();
        return string.Join(' ', plan.Pointers.Select(p => $"v{p.Value.Version} {p.Value.Relation?.Identifier}"));
    }
}
