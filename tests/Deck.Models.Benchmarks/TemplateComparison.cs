using System.Globalization;
using System.Text.Json;
using Deck.Models.Templating;
using Deck.Models.Text;

namespace Deck.Models.Benchmarks;

/// <summary>The template engine against Python's Jinja2, on the same templates, in the same run.</summary>
internal static class TemplateComparison
{
    private const double Micro = 1e6;

    public static void Measure()
    {
        JsonElement? reference = JinjaReference.Measure(out string? missing);
        if (missing is not null)
        {
            Console.WriteLine(missing);
        }

        Report.Title("templates: microseconds of processor time; in parentheses Python's Jinja2, and how many times as long it takes");
        Console.WriteLine($"{"",-14}{"parse",-26}{"parse + first render",-30}{"later render",-26}");
        foreach (SourceText model in BenchmarkTemplates.Models)
        {
            MeasureModel(model, reference?.GetProperty("templates").GetProperty(model.Path));
        }

        Report.Title("expressions: a later render of `{{ … }}`");
        foreach (string expression in BenchmarkTemplates.Expressions)
        {
            MeasureExpression(expression, reference?.GetProperty("expressions").GetProperty(expression));
        }

        Report.Title("parse throughput");
        Throughput("models", BenchmarkTemplates.Models);
        Throughput("macro library", BenchmarkTemplates.Macros);
    }

    private static void MeasureModel(SourceText model, JsonElement? reference)
    {
        Template template = BenchmarkTemplates.Parse(model);
        DemandSame(model.Path, BenchmarkTemplates.Render(template), reference);
        string parse = Figure(ProcessorTime.Of(() => BenchmarkTemplates.Parse(model)), reference, "parse");
        string first = Figure(ProcessorTime.Of(() => BenchmarkTemplates.Render(BenchmarkTemplates.Parse(model))), reference, "first");
        string later = Figure(ProcessorTime.Of(() => BenchmarkTemplates.Render(template)), reference, "render");
        Console.WriteLine($"{model.Path,-14}{parse,-26}{first,-30}{later,-26}");
    }

    private static void MeasureExpression(string expression, JsonElement? reference)
    {
        Template template = BenchmarkTemplates.Parse(BenchmarkTemplates.Expression(expression));
        DemandSame(expression, BenchmarkTemplates.Render(template), reference);
        Console.WriteLine($"{expression,-30}{Figure(ProcessorTime.Of(() => BenchmarkTemplates.Render(template)), reference, "render")}");
    }

    private static void Throughput(string name, IReadOnlyList<SourceText> texts)
    {
        double bytes = texts.Sum(t => System.Text.Encoding.UTF8.GetByteCount(t.Content));
        double seconds = ProcessorTime.Of(() =>
        {
            foreach (SourceText text in texts)
            {
                BenchmarkTemplates.Parse(text);
            }
        });
        Console.WriteLine($"{name,-30}{Number(bytes / seconds / 1e6, "0.0")} MB/s ({texts.Count} texts, {Number(bytes / 1e3, "0.0")} kB)");
    }

    /// <summary>A ratio between different results would say nothing.</summary>
    private static void DemandSame(string name, string text, JsonElement? reference)
    {
        if (reference is { } other && other.GetProperty("output").GetString() != text)
        {
            throw new InvalidOperationException($"{name} renders to other text than in Python:\n{text}\n--- Python:\n{other.GetProperty("output").GetString()}");
        }
    }

    private static string Figure(double seconds, JsonElement? reference, string name)
    {
        string own = Number(seconds * Micro, "0.00");
        return reference is { } other
            ? $"{own} ({Number(other.GetProperty(name).GetDouble() * Micro, "0")}, {Number(other.GetProperty(name).GetDouble() / seconds, "0.0")}x)"
            : own;
    }

    private static string Number(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
