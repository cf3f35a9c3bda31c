using Deck.Models.Engine.Caching;
using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Tests.Resolution;
using Deck.Models.Testing.Files;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Caching;

/// <summary>Which changes are put into the kept project: those that concern the models of the changed file alone. After all others the project is resolved as a whole.</summary>
[TestFixture]
internal sealed class AmendmentTests
{
    private const string Schema = "models: [{name: a, description: words, columns: [{name: id, data_tests: [unique, not_null]}]}]";

    private static readonly InvocationSettings Settings = SmallProject.Settings() with { StartedAt = DateTimeOffset.UnixEpoch.AddYears(50) };

    [TestCase("models/a.sql", "select 2 as id", "a not_null_a_id unique_a_id", TestName = "The text of a model")]
    [TestCase("models/b.sql", "-- more\nselect * from {{ ref('a') }}", "accepted_values_b_id__1 b", TestName = "The text of a model that refers to another")]
    [TestCase("models/b.sql", "select 1 as id", "accepted_values_b_id__1 b", TestName = "A reference less")]
    [TestCase("models/b.sql", "select * from {{ ref('a') }}, {{ ref('a_first') }}, {{ source('raw', 't') }}", "accepted_values_b_id__1 b", TestName = "References more")]
    [TestCase("models/a.sql", "{{ config(materialized='table', tags=['x']) }} select 1 as id", "a not_null_a_id unique_a_id", TestName = "Configs that are the model's own affair")]
    [TestCase("models/schema.yml", "# remark\n" + Schema, "a not_null_a_id unique_a_id", TestName = "A remark in a properties file")]
    [TestCase("models/loose.yml", "models: [{name: b, description: others, columns: [{name: id, data_tests: [accepted_values: {values: [1]}]}]}]", "accepted_values_b_id__1 b", TestName = "A file whose tests are in an old spelling, as before")]
    [TestCase("models/schema.yml", "models: [{name: a, description: others, columns: [{name: id, data_tests: [unique, {not_null: {config: {severity: warn}}}]}]}]", "a not_null_a_id unique_a_id", TestName = "Descriptions, and configs of tests")]
    public void What_concerns_a_model_alone_is_put_into_the_kept_project(string path, string content, string amended)
    {
        ResolutionOutcome outcome = AfterEdit(path, content);

        Assert.That(outcome.Kept?.Identity.Amended.Select(id => outcome.Manifest[id].Name).Order(StringComparer.Ordinal), Is.EqualTo(amended.Split(' ')));
    }

    [TestCase("models/a.sql", "select * from {{ ref('b') }}", TestName = "A reference that leads in a circle")]
    [TestCase("models/b.sql", "{{ ref('nobody') }}", TestName = "A reference to nothing")]
    [TestCase("models/b.sql", "{{ ref('old') }}", TestName = "A reference to what is deprecated")]
    [TestCase("models/a.sql", "{{ config(alias='z') }} select 1 as id", TestName = "Another relation")]
    [TestCase("models/a.sql", "{{ config(materialized='ephemeral') }} select 1 as id", TestName = "No relation")]
    [TestCase("models/a.sql", "{{ config(enabled=false) }} select 1 as id", TestName = "A disabled model")]
    [TestCase("models/a.sql", "{{ config(access='public') }} select 1 as id", TestName = "Another access")]
    [TestCase("models/schema.yml", "models: [{name: a, columns: [{name: id, data_tests: [unique]}]}]", TestName = "A test less")]
    [TestCase("models/schema.yml", "models: [{name: a, columns: [{name: id, data_tests: [unique, not_null]}]}, {name: b}]", TestName = "A model more that is described")]
    [TestCase("models/schema.yml", "models: [{name: a, deprecation_date: 2030-01-01, columns: [{name: id, data_tests: [unique, not_null]}]}]", TestName = "A date of deprecation")]
    [TestCase("models/schema.yml", "models: [{name: a, columns: [{name: id, data_tests: [unique, {not_null: {config: {enabled: false}}}]}]}]", TestName = "A disabled test")]
    [TestCase("models/schema.yml", "models: [{name: a, columns: [{name: id, data_tests: [unique, not_null]}, {name: id}]}]", TestName = "A warning")]
    [TestCase("models/loose.yml", "models: [{name: b, columns: [{name: id, data_tests: [accepted_values: {arguments: {values: [1]}}]}]}]", TestName = "An old spelling less")]
    [TestCase("models/sources.yml", "sources: [{name: raw, description: words, tables: [{name: t}]}]", TestName = "A source")]
    [TestCase("macros/m.sql", "{% macro m() %}2{% endmacro %}", TestName = "A macro")]
    public void What_others_could_notice_is_resolved_as_a_whole(string path, string content) => Assert.That(AfterEdit(path, content).Kept, Is.Null);

    private static ResolutionOutcome AfterEdit(string path, string content)
    {
        InMemoryProjectFiles files = SmallProject.Files(
            ("models/a.sql", "select 1 as id"), ("models/b.sql", "select * from {{ ref('a') }}"), ("models/schema.yml", Schema),
            ("models/old.sql", "select 1 as id"), ("models/old.yml", "models: [{name: old, deprecation_date: 2001-01-01}]"), ("models/a_first.sql", "select 1 as id"), ("models/_first.yml", "models: [{name: a_first, columns: [{name: id, data_tests: [accepted_values: {values: [1]}]}]}]"),
            ("models/loose.yml", "models: [{name: b, columns: [{name: id, data_tests: [accepted_values: {values: [1]}]}]}]"),
            ("models/sources.yml", "sources: [{name: raw, tables: [{name: t}]}]"), ("macros/m.sql", "{% macro m() %}1{% endmacro %}"));
        MemoryStore store = new();
        ProjectResolver.Resolve(files, Settings, _ => store);
        return ProjectResolver.Resolve(files.With(path, content), Settings, _ => store);
    }
}
