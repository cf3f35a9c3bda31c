namespace Deck.Models.Postgres.Local;

/// <summary>Takes from a log or a program's output what a diagnostic should repeat.</summary>
internal static class LogTail
{
    private static readonly string[] Telling = ["FATAL:", "PANIC:", "ERROR:", "error:", "could not", "DETAIL:", "HINT:"];

    /// <summary>The telling lines among the last, on one line; the last line where none tells.</summary>
    public static string Summary(string text)
    {
        string[] lines = [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).TakeLast(20)];
        string[] telling = [.. lines.Where(line => Telling.Any(mark => line.Contains(mark, StringComparison.Ordinal))).TakeLast(3)];
        return telling.Length > 0 ? string.Join("; ", telling) : lines.LastOrDefault() ?? "it said nothing";
    }

    /// <summary>The text of a log from an offset on, in bytes; empty where there is no log.</summary>
    public static string ReadFrom(string path, long offset)
    {
        if (!File.Exists(path))
        {
            return "";
        }

        using FileStream log = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        log.Position = Math.Min(offset, log.Length);
        using StreamReader reader = new(log);
        return reader.ReadToEnd();
    }

    public static long LengthOf(string path) => File.Exists(path) ? new FileInfo(path).Length : 0;
}
