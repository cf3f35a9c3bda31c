using System.Text;
using Deck.Models.Engine.Reporting.Artifacts;
using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Selection;
using Deck.Models.Engine.Selection.State;
using Deck.Models.Engine.Tests.Resolution;
using Deck.Models.Testing.Files;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Selection;

/// <summary>What `state:`, `result:` and `source_status:` select after a change to a small project.</summary>
public sealed class StateSelectionTests
{
    private const string Schema = """
        sources: [{name: raw, tables: [{name: users}]}]
        models:
          - name: a
            description: first
            columns: [{name: id, data_tests: [not_null]}]
          - name: c
            config: {contract: {enforced: true}}
            columns: [{name: id, data_type: int}]
        """;

    private const string Functions = """
        functions:
          - name: f
            arguments: [{name: x, data_type: integer}]
            returns: {data_type: integer}
            overloads: [{defined_in: f_text, description: of text, arguments: [{name: x, data_type: text}], returns: {data_type: text}}]
        """;

    private static readonly (string Path, string Content)[] Before =
    [
        ("models/a.sql", "{{ config(materialized='table', persist_docs={'relation': true}) }}select 1 as id from {{ source('raw', 'users') }}"),
        ("models/b.sql", "select {{ m() }} as x from {{ ref('a') }}"),
        ("models/c.sql", "select 1 as id"),
        ("macros/m.sql", "{% macro m() %}{{ n() }}{% endmacro %}{% macro n() %}1{% endmacro %}"),
        ("seeds/s.csv", "id\n1\n"),
        ("models/schema.yml", Schema),
        ("functions/f.sql", "select x"),
        ("functions/f_text.sql", "select x || 'a'"),
        ("functions/f.yml", Functions),
    ];

    [TestCase("models/b.sql", "select {{ m() }} as y from {{ ref('a') }}", "state:modified", "b")]
    [TestCase("models/b.sql", "select {{ m() }} as y from {{ ref('a') }}", "state:modified.body", "b")]
    [TestCase("models/b.sql", "select {{ m() }} as y from {{ ref('a') }}", "state:modified.configs", "")]
    [TestCase("models/b.sql", "{{ config(materialized='table') }}select {{ m() }} as x from {{ ref('a') }}", "state:modified.configs", "b")]
    [TestCase("models/b.sql", "{{ config(tags=['x']) }}select {{ m() }} as x from {{ ref('a') }}", "state:modified.configs", "")]
    [TestCase("models/b.sql", "{{ config(alias='bb') }}select {{ m() }} as x from {{ ref('a') }}", "state:modified.relation", "b")]
    [TestCase("macros/m.sql", "{% macro m() %}{{ n() }}{% endmacro %}{% macro n() %}2{% endmacro %}", "state:modified", "b")]
    [TestCase("macros/m.sql", "{% macro m() %}{{ n() }}{% endmacro %}{% macro n() %}2{% endmacro %}", "state:modified.macros", "b")]
    [TestCase("seeds/s.csv", "id\n2\n", "state:modified", "s")]
    [TestCase("seeds/s.csv", "id\n1\n\n", "state:modified", "")]
    [TestCase("functions/f.sql", "select x + 0", "state:modified", "f")]
    [TestCase("functions/f_text.sql", "select x || 'b'", "state:modified", "f")]
    [TestCase("functions/f.yml", "functions: [{name: f, arguments: [{name: x, data_type: bigint}], returns: {data_type: integer}}]", "state:modified,function:f", "f")]
    [TestCase("models/d.sql", "select 1 as z", "state:new", "d")]
    [TestCase("models/d.sql", "select 1 as z", "state:modified", "d")]
    [TestCase("models/d.sql", "select 1 as z", "state:old,resource_type:model", "a b c not_null_a_id")]
    [TestCase("models/b.sql", "select {{ m() }} as y from {{ ref('a') }}", "state:unmodified,resource_type:model", "a c not_null_a_id")]
    [TestCase("models/b.sql", "select {{ m() }} as y from {{ ref('a') }}", "1+state:modified", "a b not_null_a_id")]
    public void A_changed_file_is_selected_by_what_changed(string path, string content, string criterion, string names) =>
        Assert.That(Names(criterion, (path, content)), Is.EqualTo(names));

    [TestCase("first", "second", "state:modified.persisted_descriptions", "a not_null_a_id")]
    [TestCase("data_type: int", "data_type: text", "state:modified.contract", "c")]
    [TestCase("data_type: int", "data_type: text", "state:modified", "c")]
    [TestCase("[not_null]", "[{not_null: {config: {severity: warn}}}]", "state:modified,resource_type:test", "not_null_a_id")]
    [TestCase("{name: users}", "{name: users, identifier: people}", "state:modified,resource_type:source", "users")]
    [TestCase("{name: users}", "{name: users, description: all of them}", "state:modified,resource_type:source", "")]
    public void A_changed_property_is_selected_by_what_changed(string old, string changed, string criterion, string names) =>
        Assert.That(Names(criterion, ("models/schema.yml", Schema.Replace(old, changed, StringComparison.Ordinal))), Is.EqualTo(names));

    [Test]
    public void Another_environment_is_no_modification()
    {
        (string, string) model = ("models/b.sql", "{{ config(materialized=env_var('KIND', 'view'), schema=target.name) }}select 1 as x");
        InvocationSettings elsewhere = SmallProject.Settings() with { Environment = SmallProject.Settings().Environment.Add("KIND", "table") };
        Manifest before = SmallProject.Resolve(SmallProject.Files([.. Before, model])).Value!;
        Manifest now = SmallProject.Resolve(SmallProject.Files([.. Before, model]), elsewhere).Value!;

        Assert.That(Select(now, "state:modified", State(before)), Is.Empty);
    }

    [TestCase("result:error", "b")]
    [TestCase("result:success", "a not_null_a_id")]
    [TestCase("result:error+ result:skipped", "b c")]
    public void A_result_selects_the_nodes_that_had_it(string criterion, string names)
    {
        const string Results = """
            {"results": [{"unique_id": "model.shop.a", "status": "success"}, {"unique_id": "model.shop.b", "status": "error"}, {"unique_id": "model.shop.c", "status": "skipped"}]}
            """;
        PreviousState state = Read(new InMemoryProjectFiles().With("run_results.json", Results), new InMemoryProjectFiles());

        Assert.That(Select(SmallProject.Manifest(Before), criterion, state), Is.EqualTo(names));
    }

    [TestCase("2026-01-02T00:00:00Z", "users")]
    [TestCase("2026-01-01T00:00:00Z", "")]
    public void A_source_is_fresher_where_rows_came_since(string loaded, string names)
    {
        static string Sources(string at) => $$"""{"results": [{"unique_id": "source.shop.raw.users", "max_loaded_at": "{{at}}"}]}""";
        PreviousState state = Read(
            new InMemoryProjectFiles().With("sources.json", Sources("2026-01-01T00:00:00Z")), new InMemoryProjectFiles().With("sources.json", Sources(loaded)));

        Assert.That(Select(SmallProject.Manifest(Before), "source_status:fresher", state), Is.EqualTo(names));
    }

    [TestCase(null, "the state folder `last` holds neither manifest.json nor run_results.json")]
    [TestCase("{", "manifest.json of `last` is not an artifact that can be read")]
    public void A_folder_without_artifacts_is_a_mistake(string? manifest, string message)
    {
        InMemoryProjectFiles files = manifest is null ? new InMemoryProjectFiles() : new InMemoryProjectFiles().With("manifest.json", manifest);

        Assert.That(PreviousState.Read(files, new InMemoryProjectFiles(), "last").Diagnostics.Select(d => d.Message), Is.EqualTo((string[])[message]));
    }

    private static string Names(string criterion, (string Path, string Content) change)
    {
        (string, string)[] after = [.. Before.Where(f => f.Path != change.Path), change];
        return Select(SmallProject.Manifest(after), criterion, State(SmallProject.Manifest(Before)));
    }

    private static string Select(Manifest manifest, string criterion, PreviousState state)
    {
        SelectionSpec spec = SelectionParser.Parse(new SelectionArguments { Select = [criterion] }).Value!;
        Checked<NodeSet> selected = Selector.Select(manifest, spec, state);
        Assert.That(selected.Diagnostics.Where(d => d.Severity == Severity.Error), Is.Empty);
        return string.Join(' ', selected.Value!.Select(n => n.Name).Order(StringComparer.Ordinal));
    }

    private static PreviousState State(Manifest manifest)
    {
        using MemoryStream stream = new();
        ManifestArtifact.Write(stream, manifest, new ArtifactContext(manifest.Project.Settings, DateTimeOffset.UnixEpoch, "1.11.2"), new Dictionary<NodeId, CompiledText>());
        return Read(new InMemoryProjectFiles().With("manifest.json", Encoding.UTF8.GetString(stream.ToArray())), new InMemoryProjectFiles());
    }

    private static PreviousState Read(InMemoryProjectFiles files, InMemoryProjectFiles target) => PreviousState.Read(files, target, "last").Value!;
}
