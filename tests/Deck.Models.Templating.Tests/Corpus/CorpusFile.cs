using System.Text.Json;

namespace Deck.Models.Templating.Tests.Corpus;

/// <summary>A corpus file: one of those beside the tests, or one that DECK_JINJA_CORPUS names (several are separated by colons).</summary>
/// <param name="Path">Where the file is.</param>
/// <param name="Cases">Its cases, in order.</param>
/// <param name="Mistakes">What is wrong with the file itself: that it cannot be read, or which of its lines are no cases.</param>
internal sealed record CorpusFile(string Path, IReadOnlyList<CorpusCase> Cases, IReadOnlyList<string> Mistakes)
{
    public static string Own => Beside("jinja.jsonl");

    /// <summary>The paths of every file to be run; `further.jsonl` holds what comparing with Python showed besides.</summary>
    public static IEnumerable<string> All() =>
        [Own, Beside("further.jsonl"), .. (Environment.GetEnvironmentVariable("DECK_JINJA_CORPUS") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries).Select(Find)];

    public static CorpusFile Read(string path)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new CorpusFile(path, [], [failure.Message]);
        }

        List<CorpusCase> cases = [];
        List<string> mistakes = lines.All(l => l.Length == 0) ? ["the file holds no case"] : [];
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length > 0)
            {
                try
                {
                    cases.Add(CorpusCase.Parse(lines[i]));
                }
                catch (JsonException failure)
                {
                    mistakes.Add($"line {i + 1}: {failure.Message}");
                }
            }
        }

        return new CorpusFile(path, cases, mistakes);
    }

    /// <summary>A relative path counts from the shell's folder: the test host runs in another one.</summary>
    private static string Find(string path) =>
        File.Exists(path) ? path : System.IO.Path.Combine(Environment.GetEnvironmentVariable("PWD") ?? "", path);

    private static string Beside(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "Corpus", name);
}
