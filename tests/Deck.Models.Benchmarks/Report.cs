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

    public static void Ratio(string name, double ratio) => Console.WriteLine($"{name,-44}{Text(ratio, "0.00"),8} x");

    private static string Text(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
