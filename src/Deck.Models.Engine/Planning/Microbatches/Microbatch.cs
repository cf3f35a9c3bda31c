using System.Collections.Immutable;
using System.Globalization;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Planning.Microbatches;

/// <summary>Cuts the event time that a microbatch model has to bring up to date into batches.</summary>
public static class Microbatch
{
    /// <summary>True for an incremental model with the strategy `microbatch`.</summary>
    public static bool Is(Node node) =>
        node is ModelNode && node.Config.Materialized == "incremental" && node.Config.GetText("incremental_strategy") == "microbatch";

    /// <summary>False where the project has its own `get_incremental_microbatch_sql` and its flag says that the macro is called once for all.</summary>
    public static bool IsCut(Manifest manifest) => manifest.Project.IsFlagOn("require_batched_execution_for_custom_microbatch_strategy", otherwise: true)
        || !manifest.Macros.TryFind(manifest.Project.ProjectName, "get_incremental_microbatch_sql", out _);

    /// <summary>The batches in order, by dbt's rules.</summary>
    /// <param name="exists">True where the table is there and is added to: the batches then begin `lookback` before the newest one, not at `begin`.</param>
    public static Checked<IReadOnlyList<EventTimeWindow>> Of(Node node, bool exists, InvocationSettings settings)
    {
        List<Diagnostic> mistakes = [];
        if (!BatchSize.TryFind(node.Config.GetText("batch_size"), out BatchSize? size))
        {
            mistakes.Add(Missing(node, "batch_size", "it can be `hour`, `day`, `month` or `year`"));
        }

        if (node.Config.GetText("event_time") is null)
        {
            mistakes.Add(Missing(node, "event_time", "it is the column of the model that says when a row happened"));
        }

        if (node.Config.GetTexts("unique_key").IsEmpty)
        {
            mistakes.Add(Missing(node, "unique_key", "the rows of a batch are merged by it"));
        }

        DateTime? start = settings.Sample?.Start ?? settings.EventTimeStart?.UtcDateTime;
        if (start is null && !exists && (start = BeginOf(node)) is null)
        {
            mistakes.Add(Missing(node, "begin", "it is the moment from which the first run builds, such as `2024-01-01`"));
        }

        return size is null || mistakes.Count > 0
            ? Check.Failed<IReadOnlyList<EventTimeWindow>>(mistakes)
            : Check.Ok<IReadOnlyList<EventTimeWindow>>(Cut(node, size, start, settings.Sample?.End ?? (settings.EventTimeEnd ?? settings.StartedAt).UtcDateTime));
    }

    /// <summary>A batch's name and id.</summary>
    public static string NameOf(Node node, EventTimeWindow window) =>
        BatchSize.TryFind(node.Config.GetText("batch_size"), out BatchSize? size) ? size.NameOf(window.Start) : "";

    private static ImmutableArray<EventTimeWindow> Cut(Node node, BatchSize size, DateTime? start, DateTime now)
    {
        DateTime end = size.Ceiling(now);
        ImmutableArray<EventTimeWindow>.Builder windows = ImmutableArray.CreateBuilder<EventTimeWindow>();
        DateTime from = start is { } given ? size.Floor(given) : size.Offset(end, -Lookback(node) - 1);
        for (DateTime next = size.Offset(from, 1); next < end; (from, next) = (next, size.Offset(next, 1)))
        {
            windows.Add(new EventTimeWindow(from, next));
        }

        windows.Add(new EventTimeWindow(from, end));
        return windows.ToImmutable();
    }

    private static int Lookback(Node node) =>
        node.Config.TryGet("lookback", out Value? value) && IntegerValue.TryFrom(value, out IntegerValue? batches) ? (int)batches.Clamped : 1;

    private static DateTime? BeginOf(Node node) => DateTime.TryParse(
        node.Config.GetText("begin"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTime begin) ? begin : null;

    private static Diagnostic Missing(Node node, string config, string meaning) => Diagnostic
        .Error(PlanningCodes.IncompleteMicrobatch, $"the microbatch model `{node.Name}` lacks the config `{config}`", node.Config.LocationOf(config) ?? node.Config.LocationOf("incremental_strategy") ?? node.Location)
        .WithHint(meaning);
}
