using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Deck.Models.Cli.Tests.Commands;

/// <summary>What `parse` leaves in the target folder for the next command.</summary>
[TestFixture]
internal sealed class PartialParseTests
{
    private const string Profiles = "shop:\n  target: dev\n  outputs:\n    dev: {type: postgres, host: nowhere, user: me, password: none, dbname: shop, schema: analytics}\n";

    [Test]
    public async Task An_unchanged_project_is_not_written_again()
    {
        using TestHost host = Shop();
        await host.RunAsync("parse");
        DateTime written = File.GetLastWriteTimeUtc(Manifest(host));

        int code = await host.RunAsync("parse");

        Assert.That((code, File.GetLastWriteTimeUtc(Manifest(host))), Is.EqualTo((0, written)));
        Assert.That(host.Out, Does.Contain("target/manifest.json is up to date"));
    }

    [Test]
    public async Task A_manifest_that_somebody_changed_is_written_again()
    {
        using TestHost host = Shop();
        await host.RunAsync("parse");
        string before = File.ReadAllText(Manifest(host));
        File.WriteAllText(Manifest(host), before.Replace("model.shop.a", "model.shop.z"));

        await host.RunAsync("parse");

        Assert.That(File.ReadAllText(Manifest(host)), Does.Contain("model.shop.a"));
    }

    [Test]
    public async Task A_change_of_equal_length_and_an_old_date_is_noticed()
    {
        using TestHost host = Shop();
        string model = Path.Combine(host.Folder, "models/a.sql");
        File.SetLastWriteTimeUtc(model, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await host.RunAsync("parse");
        File.WriteAllText(model, "select 2 as id");
        File.SetLastWriteTimeUtc(model, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        await host.RunAsync("parse");

        Assert.That(File.ReadAllText(Manifest(host)), Does.Contain("select 2 as id"));
    }

    [Test]
    public async Task A_change_at_once_is_noticed_each_time()
    {
        using TestHost host = Shop();
        for (int i = 1; i < 9; i++)
        {
            host.With("models/a.sql", $"select {i} as id");
            await host.RunAsync("parse");
            Assert.That(File.ReadAllText(Manifest(host)), Does.Contain($"select {i} as id"));
        }
    }

    [Test]
    public async Task A_listing_takes_what_is_kept()
    {
        using TestHost host = Shop();
        await host.RunAsync("parse");

        await host.RunAsync("list", "--select", "+b");

        Assert.That(host.Out, Does.EndWith("shop.a\nshop.b\n"));
    }

    [Test]
    public async Task Without_partial_parsing_nothing_is_kept()
    {
        using TestHost host = Shop();

        int code = await host.RunAsync("parse", "--no-partial-parse");

        Assert.That((code, File.Exists(Kept(host))), Is.EqualTo((0, false)));
    }

    [Test]
    public async Task The_environment_turns_partial_parsing_off()
    {
        using TestHost host = new() { Environment = ImmutableDictionary<string, string>.Empty.Add("DBT_PARTIAL_PARSE", "false") };
        Fill(host);

        await host.RunAsync("parse");

        Assert.That(File.Exists(Kept(host)), Is.False);
    }

    [Test]
    public async Task A_file_of_ones_own_takes_it()
    {
        using TestHost host = Shop();

        await host.RunAsync("parse", "--partial-parse-file-path", "kept/here");

        Assert.That((File.Exists(Path.Combine(host.Folder, "kept/here")), File.Exists(Kept(host))), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task A_cache_that_is_none_does_no_harm()
    {
        using TestHost host = Shop().With("target/partial_parse.deckmodel", "nothing of ours");

        int code = await host.RunAsync("parse");

        Assert.That((code, host.Errors), Is.EqualTo((0, "")));
    }

    [Test]
    public async Task A_folder_in_the_place_of_the_cache_does_no_harm()
    {
        using TestHost host = Shop().With("target/partial_parse.deckmodel/file", "");

        int code = await host.RunAsync("parse");

        Assert.That((code, host.Errors), Is.EqualTo((0, "")));
    }

    [Test]
    public async Task Changes_are_put_into_the_manifest_that_is_there()
    {
        using TestHost host = Shop().With("models/schema.yml", "models: [{name: a, description: words, columns: [{name: id, data_tests: [unique]}]}]");
        await host.RunAsync("parse");
        string before = File.ReadAllText(Manifest(host));
        await AssertSameAsFresh(host.With("models/a.sql", "select 2 as id, 'longer' as text"));
        await AssertSameAsFresh(host.With("models/schema.yml", "models: [{name: a, description: other words, columns: [{name: id, data_tests: [unique]}]}]"));
        await AssertSameAsFresh(host.With("models/a.sql", "select 1 as id"));
        Assert.That(File.ReadAllText(Manifest(host)), Does.Contain("other words").And.Not.Contain("longer"));
        await AssertSameAsFresh(host.With("models/b.sql", "select 1 as id"), copies: false);
        await AssertSameAsFresh(host.With("models/c.sql", "select 1 as id"), copies: false);

        async Task AssertSameAsFresh(TestHost edited, bool copies = true)
        {
            await edited.RunAsync("parse");
            await edited.RunAsync("parse");
            Assert.That(edited.Out, Does.EndWith("target/manifest.json is up to date\n"));
            await edited.RunAsync("parse", "--no-partial-parse", "--target-path", "fresh");
            string text = File.ReadAllText(Manifest(edited));
            Assert.That(Timeless(text), Is.EqualTo(Timeless(File.ReadAllText(Path.Combine(edited.Folder, "fresh/manifest.json")))));
            Assert.That(CreationOfB(text) == CreationOfB(before), Is.EqualTo(copies), "what did not change is copied");
        }
    }

    [TestCase("nothing of ours")]
    [TestCase("")]
    public async Task A_damaged_note_of_the_manifest_does_no_harm(string note)
    {
        using TestHost host = Shop();
        await host.RunAsync("parse");
        string[] lines = File.ReadAllLines(Note(host));
        lines[4] = note;
        File.WriteAllLines(Note(host), lines);

        int code = await host.With("models/a.sql", "select 2 as id").RunAsync("parse");

        Assert.That((code, host.Errors), Is.EqualTo((0, "")));
        Assert.That(File.ReadAllText(Manifest(host)), Does.Contain("select 2 as id"));
    }

    [Test]
    public async Task A_manifest_that_somebody_changed_is_not_copied_from()
    {
        using TestHost host = Shop();
        await host.RunAsync("parse");
        File.WriteAllText(Manifest(host), File.ReadAllText(Manifest(host)).Replace("model.shop.b", "model.shop.z"));

        await host.With("models/a.sql", "select 2 as id").RunAsync("parse");

        Assert.That(File.ReadAllText(Manifest(host)), Does.Contain("model.shop.b").And.Not.Contain("model.shop.z"));
    }

    /// <summary>The text without what tells its invocation.</summary>
    private static string Timeless(string manifest) => Regex.Replace(manifest, "\"(created_at|generated_at|invocation_id|invocation_started_at|run_started_at)\":(\"[^\"]*\"|[0-9.]+)", "");

    private static string CreationOfB(string manifest) => Regex.Match(manifest, "\"model.shop.b\":{.*?\"created_at\":([0-9.]+)").Groups[1].Value;

    private static TestHost Shop() => Fill(new TestHost());

    private static TestHost Fill(TestHost host) => host
        .With("project.yml", "name: shop\nversion: '1.0'\nprofile: shop\n")
        .With("profiles.yml", Profiles)
        .With("models/a.sql", "select 1 as id")
        .With("models/b.sql", "select * from {{ ref('a') }} -- {{ var('x', 0) }}");

    private static string Manifest(TestHost host) => Path.Combine(host.Folder, "target/manifest.json");

    private static string Note(TestHost host) => Path.Combine(host.Folder, "target/partial_parse.manifest");

    private static string Kept(TestHost host) => Path.Combine(host.Folder, "target/partial_parse.deckmodel");
}
