using System.Globalization;

namespace Deck.Models.Benchmarks;

/// <summary>Prints figures as a small table, the same for every verb.</summary>
internal static class Report
{
    public static void Title(string text) => Console.WriteLine($"\n{text}\n{new string('-', text.Length)}");

    public static void Line(string name, Measurement measured)
    {
        string peak = measured.PeakMegabytes > 0 ? $"{Text(measured.PeakMegabytes, "0"),6} MB peak" : "";
        Console.WriteLine($"{name,-44}{Text(measured.Wall.TotalMilliseconds, "0"),8} ms wall{Text(measured.Processor.TotalMilliseconds, "0"),8} ms processor{peak}");
    }

    /// <summary>Both sides of one comparison and their ratio by wall time.</summary>
    public static void Comparison(string name, Measurement psql, Measurement deckmodel)
    {
        Line($"{name}: psql", psql);
        Line($"{name}: deckmodel", deckmodel);
        Ratio($"{name}: ratio", deckmodel.Wall / psql.Wall);
    }

    public static void Line(string name, TimeSpan processor) => Console.WriteLine($"{name,-44}{Text(processor.TotalMilliseconds, "0"),8} ms processor");

    public static void Ratio(string name, double ratio) => Console.WriteLine($"{name,-44}{Text(ratio, "0.00"),8} x");

    public static void Share(string name, double share) => Console.WriteLine($"{name,-44}{Text(share * 100, "0.0"),8} %");

    private static string Text(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
