using System.Collections.Immutable;
using System.Text;
using Deck.Models.Engine.Caching;
using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Tests.Resolution;
using Deck.Models.Testing.Files;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Caching;

[TestFixture]
internal sealed class KeptProjectTests
{
    private const string Secret = "xk7-swordfish";

    private static readonly InvocationSettings Settings = SmallProject.Settings() with { StartedAt = DateTimeOffset.UnixEpoch.AddYears(50) };

    [Test]
    public void An_unchanged_project_is_kept()
    {
        MemoryStore store = new();
        InMemoryProjectFiles files = Shop();

        Assert.That(Resolve(files, store).Kept, Is.Null);
        ResolutionOutcome again = Resolve(files, store);

        Assert.That(again.Kept, Is.Not.Null);
        Assert.That(again.Count(ResourceType.Model), Is.EqualTo(2));
        Assert.That(again.Manifest.Nodes.Select(n => n.Id.Value), Is.EqualTo(new[] { "model.shop.a", "model.shop.b" }));
    }

    [Test]
    public void Warnings_are_told_again()
    {
        MemoryStore store = new();
        InMemoryProjectFiles files = Shop().With("models/schema.yml", "models: [{name: nobody}]\nmodles: []\n");
        string first = Text(Resolve(files, store));

        ResolutionOutcome again = Resolve(files, store);

        Assert.That(again.Kept, Is.Not.Null);
        Assert.That(Text(again), Is.EqualTo(first).And.Contains("nobody").And.Contains("modles"));
    }

    [Test]
    public void A_project_with_mistakes_is_not_kept_as_a_whole()
    {
        MemoryStore store = new();
        InMemoryProjectFiles files = Shop().With("models/b.sql", "{{ ref('nobody') }}");

        string first = Text(Resolve(files, store));
        ResolutionOutcome again = Resolve(files, store);

        Assert.That((again.Kept, again.Work), Is.EqualTo(((KeptProject?)null, ParseWork.None)));
        Assert.That(Text(again), Is.EqualTo(first).And.Contains("nobody"));
    }

    [TestCase("{{ config(alias='a_' ~ run_started_at.year) }} select 1")]
    [TestCase("{{ config(alias='a_' ~ modules.datetime.datetime.now().microsecond) }} select 1")]
    [TestCase("{{ config(alias=invocation_id | string) }} select 1")]
    public void What_changes_by_itself_is_rendered_again(string model)
    {
        MemoryStore store = new();
        InMemoryProjectFiles files = Shop().With("models/a.sql", model);
        Resolve(files, store);

        ResolutionOutcome later = ProjectResolver.Resolve(files, Settings with { StartedAt = Settings.StartedAt.AddYears(1), InvocationId = Guid.NewGuid() }, _ => store);

        Assert.That(later.Kept, Is.Null, "another alias");
    }

    [Test]
    public void What_changes_by_itself_and_says_the_same_is_kept()
    {
        MemoryStore store = new();
        InMemoryProjectFiles files = Shop().With("models/a.sql", "select '{{ run_started_at }}' as at, '{{ invocation_id }}' as id");
        Resolve(files, store);

        ResolutionOutcome later = ProjectResolver.Resolve(files, Settings with { StartedAt = Settings.StartedAt.AddYears(1), InvocationId = Guid.NewGuid() }, _ => store);

        Assert.That(later.Kept, Is.Not.Null);
    }

    [Test]
    public void Only_variables_that_were_read_matter()
    {
        MemoryStore store = new();
        InMemoryProjectFiles files = Shop().With("models/a.sql", "{{ config(alias=env_var('READ', 'none')) }} select 1");
        Resolve(files, store);

        ResolutionOutcome other = ProjectResolver.Resolve(files, With("UNREAD", "1"), _ => store);
        ResolutionOutcome read = ProjectResolver.Resolve(files, With("READ", "1"), _ => store);

        Assert.That((other.Kept is null, read.Kept is null), Is.EqualTo((false, true)));
        Assert.That(read.Manifest[new NodeId("model.shop.a")].Alias, Is.EqualTo("1"));
    }

    [TestCase(0)]
    [TestCase(20)]
    [TestCase(40)]
    [TestCase(200)]
    [TestCase(-1)]
    public void A_damaged_cache_is_passed_over(int position)
    {
        MemoryStore store = new();
        InMemoryProjectFiles files = Shop();
        Resolve(files, store);
        byte[] damaged = [.. store.Content!];
        damaged[position < 0 ? ^1 : position] ^= 0x40;
        store.Content = damaged;

        ResolutionOutcome again = Resolve(files, store);

        Assert.That(again.Kept, Is.Null);
        Assert.That(again.Manifest.Nodes, Has.Length.EqualTo(2));
    }

    [TestCase(0)]
    [TestCase(10)]
    [TestCase(60)]
    [TestCase(1000)]
    public void A_cache_that_was_cut_off_is_passed_over(int length)
    {
        MemoryStore store = new();
        InMemoryProjectFiles files = Shop();
        Resolve(files, store);
        store.Content = store.Content![..length];

        Assert.That(Resolve(files, store).Kept, Is.Null);
    }

    [Test]
    public void A_password_is_not_in_the_cache()
    {
        MemoryStore store = new();

        ProjectResolver.Resolve(Shop(), Secretly("password"), _ => store);

        Assert.That(store.Content, Is.Not.Null);
        Assert.That(Encoding.UTF8.GetString(store.Content!), Does.Not.Contain(Secret));
    }

    [Test]
    public void Nothing_is_kept_where_templates_see_a_secret()
    {
        MemoryStore store = new();

        ProjectResolver.Resolve(Shop(), Secretly("schema"), _ => store);

        Assert.That(store.Content, Is.Null);
    }

    private static InMemoryProjectFiles Shop() => SmallProject.Files(("models/a.sql", "select 1 as id"), ("models/b.sql", "select * from {{ ref('a') }}"));

    private static ResolutionOutcome Resolve(InMemoryProjectFiles files, MemoryStore store) => ProjectResolver.Resolve(files, Settings, _ => store);

    private static InvocationSettings With(string name, string value) => Settings with { Environment = ImmutableDictionary<string, string>.Empty.Add(name, value) };

    /// <summary>A connection of which one setting is a secret of the environment.</summary>
    private static InvocationSettings Secretly(string key)
    {
        string Of(string setting, string otherwise) => setting == key ? "\"{{ env_var('DBT_ENV_SECRET_X') }}\"" : otherwise;
        string profiles = $"shop: {{target: dev, outputs: {{dev: {{type: postgres, host: localhost, user: me, password: {Of("password", "none")}, dbname: shop, schema: {Of("schema", "analytics")}}}}}}}";
        return With("DBT_ENV_SECRET_X", Secret) with { ProfilesFile = new SourceText("profiles.yml", profiles) };
    }

    private static string Text(ResolutionOutcome outcome) => string.Join("\n", outcome.Loaded.Diagnostics.Concat(outcome.Resolution).Select(DiagnosticFormatter.Format));
}
