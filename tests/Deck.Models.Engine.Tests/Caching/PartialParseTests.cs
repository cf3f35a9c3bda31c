using System.Collections.Immutable;
using Deck.Models.Engine.Caching;
using Deck.Models.Engine.Tests.Resolution;
using Deck.Models.Templating.Values;
using Deck.Models.Testing.Files;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Caching;

/// <summary>After a change only what depends on it is parsed again: each case counts the files that were read into blocks or YAML, and the texts that were rendered.</summary>
[TestFixture]
internal sealed class PartialParseTests
{
    /// <summary>Of every model, the snapshot, the analysis and the use of the project's own test.</summary>
    private const int AllTexts = 10;

    private const string Plain = "select 1 as id";

    private static readonly InvocationSettings Settings = SmallProject.Settings() with { StartedAt = DateTimeOffset.UnixEpoch.AddYears(50) };

    [TestCase("models/refers.sql", "-- {{ ref('plain') }} and more", 1, 1, TestName = "A model")]
    [TestCase("models/plain.sql", "select 2 as id", 1, 0, TestName = "A model without templates")]
    [TestCase("models/new.sql", "{{ ref('plain') }}", 1, 1, TestName = "A new model")]
    [TestCase("models/schema.yml", "models: [{name: plain, columns: [{name: id, data_tests: [unique, positive]}]}]", 1, 1, TestName = "A properties file, with the test that has a macro of its own")]
    [TestCase("models/other.yml", "models: [{name: refers, description: another}]", 1, 0, TestName = "A properties file without such tests")]
    [TestCase("models/docs.md", "{% docs block %} other words {% enddocs %}", 1, 0, TestName = "A docs block")]
    [TestCase("seeds/numbers.csv", "id\n2\n", 1, 0, TestName = "A seed")]
    [TestCase("snapshots/snap.sql", "{% snapshot snap %}{{ config(strategy='check', unique_key='id', check_cols=['id']) }} select 2 as id{% endsnapshot %}", 1, 1, TestName = "A snapshot")]
    [TestCase("macros/used.sql", "{% macro used() %}2{% endmacro %}{% macro unused() %}1{% endmacro %}", 1, 2, TestName = "A macro, with what calls it, also by another macro")]
    [TestCase("macros/used.sql", "{% macro unused() %}1{% endmacro %}\n\n{% macro used() %}1{% endmacro %}", 1, 0, TestName = "A macro that only moved")]
    [TestCase("macros/used.sql", "{% macro used() %}1{% endmacro %}{% macro unused() %}2{% endmacro %}", 1, 0, TestName = "A macro that nothing calls")]
    [TestCase("macros/shadow.sql", "{% macro helper() %}1{% endmacro %}", 1, 0, TestName = "A macro that is called in its own package only")]
    [TestCase("macros/shadow.sql", "{% macro current_timestamp() %}now(){% endmacro %}", 1, 1, TestName = "A macro that shadows a built-in one")]
    [TestCase("macros/shadow.sql", "{% macro late() %}1{% endmacro %}", 1, 1, TestName = "A macro that was looked for in vain")]
    [TestCase("macros/shadow.sql", "{% macro postgres__spread() %}1{% endmacro %}", 1, 1, TestName = "A better implementation for a dispatch")]
    [TestCase("macros/shadow.sql", "{% macro get_where_subquery(relation) %}{{ relation }}{% endmacro %}", 1, 2, TestName = "A macro that the model of every test goes through")]
    [TestCase("tests/generic/positive.sql", "{% test positive(model, column_name) %}select 2 from {{ model }}{% endtest %}", 1, 1, TestName = "A generic test")]
    [TestCase("dbt_packages/pkg/macros/helper.sql", "{% macro helper() %}2{% endmacro %}", 1, 1, TestName = "A macro of a package")]
    [TestCase("project.yml", Project + "models: {+tags: [hot]}\n", 0, 0, TestName = "A config of the project file")]
    [TestCase("project.yml", Project + "vars: {v: 2}\n", 0, 1, TestName = "A variable of the project file")]
    [TestCase("project.yml", Project + "vars: {unread: 2}\n", 0, 0, TestName = "A variable that nothing reads")]
    [TestCase("project.yml", Project + "quoting: {schema: false}\n", 0, AllTexts, TestName = "What every text sees")]
    public void After_an_edit_only_what_depends_on_it_is_parsed(string path, string content, int files, int texts)
    {
        InMemoryProjectFiles project = Shop();
        MemoryStore store = new();
        Resolve(project, store, Settings);

        project.With(path, content);

        Assert.That(WorkOf(project, store, Settings), Is.EqualTo((files, texts)));
        Assert.That(Resolve(project, store, Settings).Kept, Is.Not.Null, "the whole project is kept again");
    }

    [TestCase("models/refers.sql", TestName = "Without a model")]
    [TestCase("macros/used.sql", 2, TestName = "Without a macro")]
    [TestCase("models/other.yml", TestName = "Without a properties file")]
    public void What_a_deleted_file_leaves_is_not_parsed_again(string path, int texts = 0)
    {
        InMemoryProjectFiles project = Shop();
        MemoryStore store = new();
        Resolve(project, store, Settings);

        project.Without(path);

        Assert.That(WorkOf(project, store, Settings), Is.EqualTo((0, texts)));
    }

    [Test]
    public void A_renamed_model_is_parsed()
    {
        InMemoryProjectFiles project = Shop();
        MemoryStore store = new();
        Resolve(project, store, Settings);

        string content = project.Read("models/refers.sql");
        project.Without("models/refers.sql").With("models/renamed.sql", content);

        Assert.That(WorkOf(project, store, Settings), Is.EqualTo((1, 1)));
    }

    [Test]
    public void Another_variable_of_the_command_line_costs_the_texts_that_read_it_or_the_flags()
    {
        AssertInvocation(Settings with { Vars = ImmutableDictionary<string, Value>.Empty.Add("v", Value.Of(2)) }, 2);
    }

    [Test]
    public void Another_environment_costs_the_texts_that_read_it()
    {
        AssertInvocation(Settings with { Environment = ImmutableDictionary<string, string>.Empty.Add("E", "2").Add("UNREAD", "3") }, 1);
    }

    [Test]
    public void Other_flags_cost_the_texts_that_read_them()
    {
        AssertInvocation(Settings with { FullRefresh = true }, 1);
    }

    [Test]
    public void Another_target_costs_all_texts_and_no_file()
    {
        string profiles = Settings.ProfilesFile!.Content.Replace("analytics", "live", StringComparison.Ordinal);
        AssertInvocation(Settings with { ProfilesFile = new SourceText("profiles.yml", profiles) }, AllTexts);
    }

    [Test]
    public void A_mistake_in_one_file_does_not_cost_the_others()
    {
        InMemoryProjectFiles project = Shop();
        MemoryStore store = new();
        Resolve(project, store, Settings);

        project.With("models/refers.sql", "{{ ref('nobody') }}");
        Assert.That(WorkOf(project, store, Settings), Is.EqualTo((1, 1)), "a model that refers to nothing");
        Assert.That(WorkOf(project, store, Settings), Is.EqualTo((0, 0)), "the same again");
        project.With("models/refers.sql", "{{ ref('plain'");
        Assert.That(WorkOf(project, store, Settings), Is.EqualTo((1, 0)), "a model that cannot be read");
        project.With("models/refers.sql", "{{ ref('plain') }}");
        Assert.That(WorkOf(project, store, Settings), Is.EqualTo((1, 1)), "corrected");
    }

    [Test]
    public void A_place_in_a_macro_that_moved_is_told_where_it_is_now()
    {
        InMemoryProjectFiles project = Shop().With("models/refers.sql", "{{ reference() }}").With("macros/reference.sql", "{% macro reference() %}{{ ref('plain') }}{% endmacro %}");
        MemoryStore store = new();
        Resolve(project, store, Settings);

        project.With("macros/reference.sql", "\n\n{% macro reference() %}{{ ref('plain') }}{% endmacro %}").Without("models/plain.sql");
        ResolutionOutcome outcome = Resolve(project, store, Settings);

        Assert.That((outcome.Work.Files, outcome.Work.Texts), Is.EqualTo((1, 0)));
        Assert.That(outcome.Resolution.Select(d => d.ToString()), Has.Some.StartsWith("macros/reference.sql:3:"));
    }

    private static void AssertInvocation(InvocationSettings other, int texts)
    {
        InMemoryProjectFiles project = Shop();
        MemoryStore store = new();
        Resolve(project, store, Settings);

        Assert.That(WorkOf(project, store, other), Is.EqualTo((0, texts)));
    }

    private const string Project = "name: shop\nversion: '1'\nprofile: shop\n";

    private static InMemoryProjectFiles Shop() => SmallProject.Files(
        ("project.yml", Project),
        ("packages.yml", "packages: [{local: elsewhere}]\n"),
        ("models/plain.sql", Plain),
        ("models/refers.sql", "{{ ref('plain') }}"),
        ("models/calls.sql", "{{ used() }} {{ config(tags='a') }}"),
        ("models/calls_below.sql", "{{ outer() }} {{ late() if late is defined }}"),
        ("models/asks.sql", "{{ config(meta={'v': var('v', 1)}) }} {{ current_timestamp() }}"),
        ("models/flagged.sql", "{{ config(meta={'full': flags.FULL_REFRESH}) }}"),
        ("models/environment.sql", "{{ config(meta={'e': env_var('E', 'none')}) }}"),
        ("models/dispatches.sql", "{{ adapter.dispatch('spread')() }}"),
        ("models/schema.yml", "models: [{name: plain, columns: [{name: id, data_tests: [not_null, positive]}]}]"),
        ("models/other.yml", "models: [{name: refers, description: \"{{ doc('block') }}\"}]"),
        ("models/docs.md", "{% docs block %} words {% enddocs %}"),
        ("macros/used.sql", "{% macro used() %}1{% endmacro %}{% macro unused() %}1{% endmacro %}"),
        ("macros/outer.sql", "{% macro outer() %}{{ used() }}{% endmacro %}"),
        ("macros/spread.sql", "{% macro default__spread() %}1{% endmacro %}"),
        ("seeds/numbers.csv", "id\n1\n"),
        ("snapshots/snap.sql", "{% snapshot snap %}{{ config(strategy='check', unique_key='id', check_cols=['id']) }} select 1 as id{% endsnapshot %}"),
        ("tests/generic/positive.sql", "{% test positive(model, column_name) %}select 1 from {{ model }}{% endtest %}"),
        ("dbt_packages/pkg/dbt_project.yml", "name: pkg\nversion: '1'\n"),
        ("dbt_packages/pkg/macros/helper.sql", "{% macro helper() %}1{% endmacro %}"),
        ("dbt_packages/pkg/models/helped.sql", "{{ helper() }}"));

    private static ResolutionOutcome Resolve(InMemoryProjectFiles files, MemoryStore store, InvocationSettings settings) => ProjectResolver.Resolve(files, settings, _ => store);

    private static (int Files, int Texts) WorkOf(InMemoryProjectFiles files, MemoryStore store, InvocationSettings settings)
    {
        ResolutionOutcome outcome = Resolve(files, store, settings);
        Assert.That(outcome.Kept?.Identity.Amended.IsEmpty, Is.Not.True, "something has changed");
        return (outcome.Work.Files, outcome.Work.Texts);
    }
}
