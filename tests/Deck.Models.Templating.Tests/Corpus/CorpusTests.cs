using System.Collections.Concurrent;
using NUnit.Framework;

namespace Deck.Models.Templating.Tests.Corpus;

/// <summary>What real Jinja and dbt make of thousands of templates: the engine makes the same of every one of them.</summary>
/// <param name="path">The corpus file.</param>
[TestFixtureSource(typeof(CorpusFile), nameof(CorpusFile.All))]
public sealed class CorpusTests(string path)
{
    private const int Shown = 10;

    private static readonly int MostShown = int.TryParse(Environment.GetEnvironmentVariable("DECK_JINJA_FAILURES"), out int count) ? count : Shown;

    private readonly ConcurrentBag<(CorpusCase Case, string Difference)> failures = [];
    private IReadOnlyList<string> mistakes = [];

    [OneTimeSetUp]
    public void Run()
    {
        CorpusFile file = CorpusFile.Read(path);
        mistakes = file.Mistakes;
        Parallel.ForEach(file.Cases, test =>
        {
            if (CorpusRunner.Differs(test) is { } difference)
            {
                failures.Add((test, difference));
            }
        });
        int all = file.Cases.Count + mistakes.Count;
        int passed = file.Cases.Count - failures.Count;
        // Not to the progress stream, which `dotnet test` hides at its usual verbosity.
        TestContext.Error.WriteLine($"corpus {path}: {passed} of {all} cases pass\n{Describe(failures)}{string.Concat(mistakes.Take(MostShown).Select(m => $"  {m}\n"))}");
    }

    [Test]
    public void Every_line_is_a_case() => Assert.That(mistakes, Is.Empty);

    [TestCaseSource(typeof(CorpusCase), nameof(CorpusCase.Modes))]
    public void Every_case_of_a_mode_passes(string mode)
    {
        var ofMode = failures.Where(f => f.Case.Mode == mode).ToArray();
        Assert.That(ofMode, Is.Empty, () => Describe(ofMode));
    }

    private static string Describe(IReadOnlyCollection<(CorpusCase Case, string Difference)> failures) =>
        string.Concat(failures.GroupBy(f => f.Case.Category).OrderBy(g => g.Key).Select(g => $"  {g.Key}: {g.Count()} fail\n"))
        + string.Concat(failures.OrderBy(f => f.Case.Name).Take(MostShown).Select(f => $"  {f.Case}\n    {f.Difference}\n"));
}
