using System.Collections.Concurrent;
using NUnit.Framework;

namespace Deck.Models.Templating.Tests.Corpus;

/// <summary>
/// What real Jinja and dbt make of thousands of templates. The number of passing cases may only rise: a change that makes more pass
/// raises the number in `corpus.baseline`, and once that is the number of cases, every case is required.
/// </summary>
[TestFixture]
public sealed class CorpusTests
{
    private static readonly string[] Modes = ["text", "dbt", "dbt_parse", "native", "blocks"];

    [TestCaseSource(nameof(Modes))]
    public void Cases_of_a_mode_pass_at_least_as_far_as_before(string mode)
    {
        CorpusCase[] cases = [.. CorpusFile.Read(CorpusFile.Own).Where(c => c.Mode == mode)];
        (int passed, string report) = Run($"{Path.GetFileName(CorpusFile.Own)} {mode}", cases);
        Assert.That(passed, Is.GreaterThanOrEqualTo(CorpusFile.Baseline()[mode]), report);
    }

    [Test]
    public void Files_named_in_the_environment_pass()
    {
        List<string> reports = [];
        bool all = true;
        foreach (string path in CorpusFile.Others)
        {
            CorpusCase[] cases = CorpusFile.Read(path);
            (int passed, string report) = Run(path, cases);
            all &= passed == cases.Length;
            reports.Add(report);
        }

        Assert.That(all, string.Join('\n', reports));
    }

    private static (int Passed, string Report) Run(string file, CorpusCase[] cases)
    {
        ConcurrentBag<(CorpusCase Case, string Difference)> failures = [];
        Parallel.ForEach(cases, test =>
        {
            if (CorpusRunner.Differs(test) is { } difference)
            {
                failures.Add((test, difference));
            }
        });
        int shown = int.TryParse(Environment.GetEnvironmentVariable("DECK_JINJA_FAILURES"), out int count) ? count : 10;
        string report = $"corpus {file}: {cases.Length - failures.Count} of {cases.Length} cases pass\n"
            + string.Concat(failures.GroupBy(f => f.Case.Category).OrderBy(g => g.Key).Select(g => $"  {g.Key}: {g.Count()} fail\n"))
            + string.Concat(failures.OrderBy(f => f.Case.Name).Take(shown).Select(f => $"  {f.Case}\n    {f.Difference}\n"));
        TestContext.Progress.WriteLine(report);
        return (cases.Length - failures.Count, report);
    }
}
