using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Engine.Planning.Microbatches;

/// <summary>The size of a microbatch model's batches: hour, day, month or year, each beginning where the calendar's does, in UTC.</summary>
internal sealed class BatchSize
{
    private readonly Func<DateTime, DateTime> truncate;
    private readonly Func<DateTime, int, DateTime> add;
    private readonly string format;

    private BatchSize(Func<DateTime, DateTime> truncate, Func<DateTime, int, DateTime> add, string format)
    {
        this.truncate = truncate;
        this.add = add;
        this.format = format;
    }

    public static bool TryFind(string? name, [NotNullWhen(true)] out BatchSize? size)
    {
        size = name switch
        {
            "hour" => new BatchSize(m => m.Date.AddHours(m.Hour), (m, n) => m.AddHours(n), "yyyy-MM-ddTHH"),
            "day" => new BatchSize(m => m.Date, (m, n) => m.AddDays(n), "yyyy-MM-dd"),
            "month" => new BatchSize(m => new DateTime(m.Year, m.Month, 1, 0, 0, 0, DateTimeKind.Utc), (m, n) => m.AddMonths(n), "yyyy-MM"),
            "year" => new BatchSize(m => new DateTime(m.Year, 1, 1, 0, 0, 0, DateTimeKind.Utc), (m, n) => m.AddYears(n), "yyyy"),
            _ => null,
        };
        return size is not null;
    }

    /// <summary>The beginning of the batch that a moment is in.</summary>
    public DateTime Floor(DateTime moment) => truncate(moment);

    /// <summary>The moment itself where a batch begins, else the next beginning.</summary>
    public DateTime Ceiling(DateTime moment) => Floor(moment) == moment ? moment : Offset(moment, 1);

    /// <summary>The beginning of the batch so many batches after the one that a moment is in.</summary>
    public DateTime Offset(DateTime moment, int batches) => add(truncate(moment), batches);

    /// <summary>A batch's name, such as `2024-09-17`.</summary>
    public string NameOf(DateTime start) => start.ToString(format, System.Globalization.CultureInfo.InvariantCulture);
}
