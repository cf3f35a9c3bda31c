using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using Perfolizer.Horology;
using Deck.Models.Templating;
using Deck.Models.Text;

namespace Deck.Models.Benchmarks;

/// <summary>The template engine by itself, with what it allocates.</summary>
[MemoryDiagnoser]
public class TemplateBenchmarks
{
    /// <summary>Few and short rounds: what is allocated is exact after one, and times are compared elsewhere, against Python in the same run.</summary>
    public static IConfig Short { get; } = DefaultConfig.Instance
        .AddJob(Job.InProcess.WithWarmupCount(2).WithIterationCount(5).WithIterationTime(TimeInterval.FromMilliseconds(100)))
        .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "deckmodel-benchmarks"));

    private readonly SourceText staging = BenchmarkTemplates.Model("staging");
    private readonly Template template = BenchmarkTemplates.Parse(BenchmarkTemplates.Model("staging"));
    private readonly Template refs = BenchmarkTemplates.Parse(BenchmarkTemplates.Model("refs"));
    private readonly Template columns = BenchmarkTemplates.Parse(BenchmarkTemplates.Model("columns"));
    private readonly Template calls = BenchmarkTemplates.Parse(BenchmarkTemplates.Model("calls"));
    private readonly Template expression = BenchmarkTemplates.Parse(BenchmarkTemplates.Expression("n > 3 and n < 20"));

    [Benchmark]
    public object ParseStagingModel() => BenchmarkTemplates.Parse(staging);

    [Benchmark]
    public object ParseMacroLibrary() => BenchmarkTemplates.Macros.Select(BenchmarkTemplates.Parse).ToList();

    [Benchmark]
    public string RenderStagingModel() => BenchmarkTemplates.Render(template);

    [Benchmark]
    public string RenderThirtyRefs() => BenchmarkTemplates.Render(refs);

    [Benchmark]
    public string RenderTwoHundredColumns() => BenchmarkTemplates.Render(columns);

    [Benchmark]
    public string CallMacroThousandTimes() => BenchmarkTemplates.Render(calls);

    [Benchmark]
    public string RenderExpression() => BenchmarkTemplates.Render(expression);
}
