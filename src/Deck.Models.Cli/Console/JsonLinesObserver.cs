using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Cli.Console;

/// <summary>Tells a run as JSON lines in the shape of dbt's: names, codes and fields that tools know.</summary>
internal sealed class JsonLinesObserver(TextWriter writer, LoggedInvocation invocation) : IRunObserver
{
    /// <summary>Bytes that nearly every line fits into.</summary>
    private const int UsualLength = 2048;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> line = new(UsualLength);
    private readonly string invocationId = invocation.Id.ToString();

    public void OnEvent(RunEvent happened) => WriteLine(json =>
    {
        WriteMessage(json, happened);
        json.WriteStartObject("data");
        WriteData(json, happened);
        json.WriteEndObject();
    });

    /// <summary>A line of a command's own output, in dbt's form of what is printed.</summary>
    public void Say(DateTimeOffset at, string text) => WriteLine(json =>
    {
        WriteMessage(json, new LogEventName("PrintEvent", "Z052"), new LoggedEvent(at, "info", text));
        json.WriteStartObject("data");
        json.WriteString("msg", text);
        json.WriteEndObject();
    });

    private void WriteLine(Action<Utf8JsonWriter> content)
    {
        line.ResetWrittenCount();
        using (Utf8JsonWriter json = new(line, Options))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }

        char[] text = ArrayPool<char>.Shared.Rent(line.WrittenCount);
        writer.WriteLine(text, 0, Encoding.UTF8.GetChars(line.WrittenSpan, text));
        ArrayPool<char>.Shared.Return(text);
    }

    private void WriteMessage(Utf8JsonWriter json, RunEvent happened) => WriteMessage(
        json,
        LogEventName.Of(happened),
        LoggedEvent.Of(happened));

    private void WriteMessage(Utf8JsonWriter json, LogEventName name, LoggedEvent heading)
    {
        json.WriteStartObject("info");
        json.WriteString("category", "");
        json.WriteString("code", name.Code);
        json.WriteStartObject("extra");
        json.WriteEndObject();
        json.WriteString("invocation_id", invocationId);
        json.WriteString("level", heading.Level);
        json.WriteString("msg", heading.Text);
        json.WriteString("name", name.Name);
        json.WriteNumber("pid", Environment.ProcessId);
        json.WriteString("thread", heading.Thread);
        json.WriteString("ts", Time(heading.At) + "Z");
        json.WriteEndObject();
    }

    private void WriteData(Utf8JsonWriter json, RunEvent happened)
    {
        switch (happened)
        {
            case RunStarted started:
                json.WriteNumber("node_count", started.Nodes.Length);
                json.WriteNumber("num_threads", started.Threads);
                json.WriteString("target_name", invocation.Target);
                break;
            case NodeStarted started:
                WritePlace(json, started.Node, started.Index, started.Total);
                new LoggedNode(started.Node, "started") { StartedAt = Time(started.At) }.Write(json);
                break;
            case NodeFinished finished:
                WriteResult(json, finished);
                break;
            case MessageLogged message:
                WriteWords(json, message);
                break;
            case DiagnosticRaised raised:
                LoggedDiagnostic.Write(json, raised.Diagnostic);
                break;
            case RunFinished finished:
                WriteCounts(json, RunSummary.Of(finished.Result));
                break;
            default:
                WriteBatch(json, happened);
                break;
        }
    }

    private static void WritePlace(Utf8JsonWriter json, Node node, int index, int total)
    {
        json.WriteString("description", $"{NodeLine.KindOf(node)} {NodeLine.SubjectOf(node)}");
        json.WriteNumber("index", index);
        json.WriteNumber("total", total);
    }

    private static void WriteWords(Utf8JsonWriter json, MessageLogged message)
    {
        json.WriteString("msg", message.Text);
        if (message.Node is { } node)
        {
            new LoggedNode(node, "executing").Write(json);
        }
    }

    private static void WriteBatch(Utf8JsonWriter json, RunEvent happened)
    {
        switch (happened)
        {
            case BatchStarted started:
                WriteBatch(json, started.Node, started.Batch);
                break;
            case BatchFinished finished:
                WriteBatch(json, finished.Node, finished.Batch);
                json.WriteString("status", NodeStatuses.NameOf(finished.Status));
                json.WriteNumber("execution_time", finished.Elapsed.TotalSeconds);
                break;
        }
    }

    private static void WriteBatch(Utf8JsonWriter json, Node node, BatchPlace batch)
    {
        json.WriteString("description", $"batch {batch.Name} of {NodeLine.SubjectOf(node)}");
        json.WriteNumber("batch_index", batch.Index);
        json.WriteNumber("total_batches", batch.Total);
        new LoggedNode(node, "executing").Write(json);
    }

    private static void WriteResult(Utf8JsonWriter json, NodeFinished finished)
    {
        NodeResult result = finished.Result;
        string status = NodeStatuses.NameOf(result.Status);
        WritePlace(json, result.Node, finished.Index, finished.Total);
        json.WriteString("name", result.Node.Name);
        json.WriteString("status", result is { Status: NodeStatus.Success, Message: { } tag } ? tag : status);
        json.WriteNumber("execution_time", result.Elapsed.TotalSeconds);
        json.WriteString("message", result.Message);
        if (result.Failures is { } failures)
        {
            json.WriteNumber("num_failures", failures);
        }

        json.WriteStartArray("diagnostics");
        foreach (Diagnostic diagnostic in result.Diagnostics)
        {
            json.WriteStringValue(DiagnosticFormatter.Format(diagnostic));
        }

        json.WriteEndArray();
        new LoggedNode(result.Node, status) { StartedAt = Time(result.StartedAt), FinishedAt = Time(result.FinishedAt) }.Write(json);
    }

    private static void WriteCounts(Utf8JsonWriter json, RunSummary summary)
    {
        json.WriteStartObject("stats");
        json.WriteNumber("error", summary.Failures.Length);
        json.WriteNumber("noop", summary.NoOps);
        json.WriteNumber("pass", summary.Passed);
        json.WriteNumber("skip", summary.Skipped);
        json.WriteNumber("total", summary.Total);
        json.WriteNumber("warn", summary.Warnings.Length);
        json.WriteEndObject();
    }

    /// <summary>UTC with microseconds.</summary>
    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture);
}
