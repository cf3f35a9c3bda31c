using System.Diagnostics;
using Deck.Models.Templating.Blocks;
using Deck.Models.Templating.Builtins;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Tests.Corpus;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Templating.Tests.Fuzzing;

/// <summary>
/// Whatever a text holds, lexer, parser, renderer and block lexer answer with a result or with diagnostics, never with an exception.
/// DECK_FUZZ_MINUTES makes the search go on for that long, from a seed that is drawn and printed; DECK_FUZZ_SEED begins at a given one.
/// </summary>
[TestFixture]
public sealed class TemplateFuzzTests
{
    private const int TextsOfSeed = 1500;
    private const int SlowestShown = 5;

    /// <summary>What no small text may take, on a machine that is busy with other things, too.</summary>
    private static readonly TimeSpan MostForOneText = TimeSpan.FromSeconds(30);

    private static readonly Lazy<CorpusCase[]> Cases = new(() => [.. CorpusFile.Read(CorpusFile.Own).Cases]);

    private static readonly RenderOptions Options = RenderOptions.Default with { MaxIterations = 100_000, MaxOutputLength = 1_000_000 };

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    public void Any_text_ends_in_a_result_or_in_diagnostics(int seed) => Run(seed, new PriorityQueue<string, double>());

    [Test]
    public void Any_text_ends_in_a_result_or_in_diagnostics_for_as_long_as_asked()
    {
        double minutes = double.TryParse(Environment.GetEnvironmentVariable("DECK_FUZZ_MINUTES"), out double asked) ? asked : 0;
        int first = int.TryParse(Environment.GetEnvironmentVariable("DECK_FUZZ_SEED"), out int given) ? given : minutes > 0 ? Random.Shared.Next(1_000_000_000) : 5;
        int seed = first;
        Stopwatch watch = Stopwatch.StartNew();
        PriorityQueue<string, double> slowest = new();
        do
        {
            Run(seed++, slowest);
        }
        while (watch.Elapsed.TotalMinutes < minutes);

        TestContext.Error.WriteLine($"fuzz: seeds {first} to {seed - 1}, {TextsOfSeed} texts each; the slowest:");
        while (slowest.TryDequeue(out string? text, out double milliseconds))
        {
            TestContext.Error.WriteLine($"  {milliseconds:0} ms: {text}");
        }

        Assert.That(seed, Is.GreaterThan(first));
    }

    private static void Run(int seed, PriorityQueue<string, double> slowest)
    {
        TemplateMutator mutator = new([.. Cases.Value.Select(c => c.Template)], seed);
        CorpusCase[] contexts = [.. Cases.Value.Where(c => c.Context is not null)];
        for (int i = 0; i < TextsOfSeed; i++)
        {
            string text = mutator.Next();
            CorpusCase around = contexts[(int)(((uint)seed + (uint)i) % contexts.Length)];
            long start = Stopwatch.GetTimestamp();
            Task feeding = Task.Run(() => Feed(text, around));
            if (Task.WaitAny([feeding], MostForOneText) < 0)
            {
                Assert.Fail($"seed {seed}, text {i}, context of {around.Name}: not done after {MostForOneText.TotalSeconds} s\n{text}");
            }

            if (feeding.Exception?.InnerException is { } crash)
            {
                Assert.Fail($"seed {seed}, text {i}, context of {around.Name}: {crash.GetType().Name}: {crash.Message}\n{text}\n{crash.StackTrace}");
            }

            slowest.Enqueue($"seed {seed}, text {i}, context of {around.Name}: {text}", Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (slowest.Count > SlowestShown)
            {
                slowest.Dequeue();
            }
        }
    }

    private static void Feed(string text, CorpusCase around)
    {
        SourceText source = new("fuzz.sql", text);
        BlockLexer.Extract(source, BlockKinds.Macro | BlockKinds.Test | BlockKinds.Materialization | BlockKinds.Docs | BlockKinds.Snapshot, withText: true);
        foreach (TemplateDialect dialect in Enum.GetValues<TemplateDialect>())
        {
            if (TemplateParser.Parse(source, dialect).Succeeded(out Template? template))
            {
                TemplateCalls.Find(template);
                NewSession(around, false).RenderText(template);
                NewSession(around, true).RenderText(template);
                NewSession(around, false).RenderNative(template);
            }
        }
    }

    private static RenderSession NewSession(CorpusCase around, bool chains)
    {
        CorpusScope scope = new(GlobalFunctions.Dbt(TimeProvider.System).Concat(GlobalFunctions.Jinja).ToDictionary());
        DbtContext.Fill(scope, around.Vars);
        scope.AddContext(around.Context);
        return new RenderSession(scope, Options with { ChainUndefined = chains });
    }
}
