using System.Text.Json;

namespace Deck.Models.Cli.Tests.Console;

/// <summary>What templates of models and of project files log and print, at the levels of the console.</summary>
[TestFixture]
internal sealed class TemplateMessagesTests
{
    private TestProject project = null!;

    [SetUp]
    public async Task Create()
    {
        project = await TestProject.CreateAsync();
        project
            .With("project.yml", "name: shop\nversion: \"{{ log('project logs', info=true) or print('project prints') or '1.0' }}\"\nprofile: \"{{ log('profile logs', info=true) or 'shop' }}\"\n")
            .With("models/a.sql", "{{ log('model logs', info=true) }}{{ print('model prints') }}{{ log('model whispers') }}select 1 as n");
    }

    [TearDown]
    public async Task Drop() => await project.DisposeAsync();

    /// <summary>As in dbt, the name of the profile is rendered once to find the profile, and again with the file.</summary>
    [TestCase("", "profile logs; project logs; project prints; profile logs; model logs; model prints")]
    [TestCase("--quiet", "project prints; model prints")]
    [TestCase("--no-print", "profile logs; project logs; profile logs; model logs")]
    [TestCase("--debug", "profile logs; project logs; project prints; profile logs; model logs; model prints; model whispers")]
    public async Task The_console_has_what_dbts_has(string flag, string expected)
    {
        CommandRun run = await project.RunAsync(["run", .. flag.Length == 0 ? Array.Empty<string>() : [flag]]);

        Assert.That(string.Join("; ", run.Out.Split('\n').Where(l => l.EndsWith("logs", StringComparison.Ordinal) || l.EndsWith("prints", StringComparison.Ordinal) || l.EndsWith("whispers", StringComparison.Ordinal))), Is.EqualTo(expected));
    }

    [Test]
    public async Task As_json_they_are_dbts_events()
    {
        CommandRun run = await project.RunAsync("run", "--log-format", "json");
        IEnumerable<JsonElement> infos = run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("info"));

        Assert.That(
            infos.Where(i => i.GetProperty("name").GetString() is "PrintEvent" or "JinjaLogInfo").Select(i => $"{i.GetProperty("name")} {i.GetProperty("level")} {i.GetProperty("msg")}"),
            Is.EqualTo(new[] { "JinjaLogInfo info profile logs", "JinjaLogInfo info project logs", "PrintEvent info project prints", "JinjaLogInfo info profile logs", "JinjaLogInfo info model logs", "PrintEvent info model prints" }));
    }
}
