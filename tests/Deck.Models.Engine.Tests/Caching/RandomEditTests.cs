using System.Globalization;
using System.Text;
using Deck.Models.Engine.Caching;
using Deck.Models.Engine.Reporting.Artifacts;
using Deck.Models.Engine.Resolution;
using Deck.Models.Testing.Cases;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Caching;

/// <summary>Whatever happens to a project, what is kept of it gives the same as reading everything.</summary>
[TestFixture]
internal sealed class RandomEditTests
{
    /// <summary>Steps of one project; the variable makes longer runs of it.</summary>
    private static readonly int Steps = int.Parse(Environment.GetEnvironmentVariable("DECKMODEL_CACHE_STEPS") ?? "30", CultureInfo.InvariantCulture);

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void A_kept_project_is_what_a_cold_load_gives(int seed)
    {
        EditedProject project = new(seed);
        MemoryStore store = new();
        int kept = 0;
        ParseWork done = ParseWork.None;
        ParseWork all = ParseWork.None;
        for (int step = 0; step < Steps; step++)
        {
            string change = step == 0 ? "the first load" : project.Step();
            ResolutionOutcome alone = ProjectResolver.Resolve(project.Files, project.Settings, _ => new MemoryStore());
            string cold = Describe(alone, project.Settings);
            all = Sum(all, alone.Work);
            for (int again = 0; again < 2; again++)
            {
                ResolutionOutcome warm = ProjectResolver.Resolve(project.Files, project.Settings, _ => store);
                kept += warm.Kept is null ? 0 : 1;
                done = step == 0 ? done : Sum(done, warm.Work);
                Assert.That(Describe(warm, project.Settings), Is.EqualTo(cold), $"seed {seed}, step {step}: {change}");
            }
        }

        Assert.That(kept, Is.GreaterThan(Steps / 20), "the cache was hardly used");
        Assert.That(done.Files, Is.LessThan(all.Files / 20), "more files were parsed again than changed");
        Assert.That(done.Texts, Is.LessThan(all.Texts), "two loads rendered as many texts as one without the cache");
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void What_is_put_into_a_kept_project_is_what_a_cold_load_gives(int seed)
    {
        EditedProject project = new(seed);
        MemoryStore store = new();
        PatchedManifest patched = new();
        int amended = 0;
        for (int step = 0; step < Steps; step++)
        {
            string change = step == 0 ? "the first load" : project.Touch();
            ResolutionOutcome alone = ProjectResolver.Resolve(project.Files, project.Settings, _ => new MemoryStore());
            if (alone.HasErrors)
            {
                Assert.That(step, Is.GreaterThan(0), "the first project has mistakes");
                project.Undo();
                continue;
            }

            ResolutionOutcome warm = ProjectResolver.Resolve(project.Files, project.Settings, _ => store);
            amended += warm.Kept is { Identity.Amended.IsEmpty: false } ? 1 : 0;
            Assert.That(Describe(warm, project.Settings), Is.EqualTo(Describe(alone, project.Settings)), $"seed {seed}, step {step}: {change}");
            Assert.That(patched.Update(warm, project.Settings), Is.EqualTo(PatchedManifest.Of(alone, project.Settings)), $"manifest.json, seed {seed}, step {step}: {change}");
        }

        TestContext.Out.WriteLine($"amended {amended}, patched {patched.Patches}");
        Assert.That((amended, patched.Patches), Is.GreaterThan((Steps / 10, Steps / 10)), "hardly a change was put into what was kept");
    }

    private static ParseWork Sum(ParseWork first, ParseWork second) => new(first.Files + second.Files, first.Texts + second.Texts);

    /// <summary>manifest.json, the places of all nodes and their configs, and everything that is said to the user.</summary>
    private static string Describe(ResolutionOutcome outcome, InvocationSettings settings)
    {
        StringBuilder text = new();
        text.AppendLine(DiagnosticList.Format(outcome.Loaded.Diagnostics)).AppendLine(DiagnosticList.Format(outcome.Resolution));
        if (!outcome.HasManifest)
        {
            return text.ToString();
        }

        Manifest manifest = outcome.Manifest;
        foreach (Node node in manifest.Nodes.Concat(manifest.Disabled).Concat(manifest.IncompleteTests))
        {
            text.AppendLine($"{node.ResourceType} {node.Id} at {node.Location} {node.Code?.Source}");
            text.AppendJoin(' ', node.Config.GetValues().Select(v => $"{v.Key}={v.Value.Repr()}@{node.Config.LocationOf(v.Key)}")).AppendLine();
        }

        using MemoryStream json = new();
        ManifestArtifact.Write(json, manifest, new ArtifactContext(settings, settings.StartedAt, "1.11.2"), new Dictionary<NodeId, CompiledText>());
        return text.Append(Encoding.UTF8.GetString(json.GetBuffer(), 0, (int)json.Length)).ToString();
    }
}
