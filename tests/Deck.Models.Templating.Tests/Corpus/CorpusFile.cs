namespace Deck.Models.Templating.Tests.Corpus;

/// <summary>The corpus files: the one beside the tests, and those that DECK_JINJA_CORPUS names, separated by colons.</summary>
internal static class CorpusFile
{
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Corpus");

    public static string Own => Path.Combine(Folder, "jinja.jsonl");

    public static IEnumerable<string> Others =>
        (Environment.GetEnvironmentVariable("DECK_JINJA_CORPUS") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);

    public static CorpusCase[] Read(string path) => [.. File.ReadLines(path).Where(l => l.Length > 0).Select(CorpusCase.Parse)];

    /// <summary>How many cases of each mode are known to pass: the floor below which no change may fall.</summary>
    public static Dictionary<string, int> Baseline() => File.ReadLines(Path.Combine(Folder, "corpus.baseline"))
        .Where(l => l.Length > 0 && l[0] != '#')
        .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .ToDictionary(p => p[0], p => int.Parse(p[1]));
}
