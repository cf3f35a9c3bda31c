using System.Text.Json;
using System.Text.Json.Nodes;

namespace Deck.Models.Cli.Tests.DeckProject;

[TestFixture]
internal sealed class DeckTestTests
{
    private static readonly string[] Differing = ["timing", "execution_time", "thread_id"];

    [Test]
    public async Task Tests_come_to_the_same_fused_and_one_by_one()
    {
        string[] fused = await ResultsAsync("--fuse-tests");
        string[] single = await ResultsAsync("--no-fuse-tests");

        Assert.That(fused, Has.Length.GreaterThan(150));
        Assert.That(fused, Is.EqualTo(single));
    }

    private static async Task<string[]> ResultsAsync(string flag)
    {
        CommandRun run = await DeckBuild.RunAsync("test", flag);
        Assert.That(run.ExitCode, Is.Zero, run.Text);
        JsonArray results = JsonNode.Parse(DeckBuild.Project.Read("target/run_results.json"))!["results"]!.AsArray();
        return [.. results.Select(r => Without(r!.AsObject())).Order(StringComparer.Ordinal)];
    }

    private static string Without(JsonObject result)
    {
        foreach (string key in Differing)
        {
            result.Remove(key);
        }

        return result.ToJsonString(JsonSerializerOptions.Default);
    }
}
