using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Cli.Console;

/// <summary>Tells a run as JSON lines with dbt's `info` and `data.node_info`.</summary>
internal sealed class JsonLinesObserver(TextWriter writer) : IRunObserver
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void OnEvent(RunEvent happened)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter json = new(buffer, Options))
        {
            json.WriteStartObject();
            WriteMessage(json, happened);
            json.WriteStartObject("data");
            WriteData(json, happened);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        writer.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    private static void WriteMessage(Utf8JsonWriter json, RunEvent happened)
    {
        json.WriteStartObject("info");
        json.WriteString("name", happened.GetType().Name);
        json.WriteString("level", LevelOf(happened));
        json.WriteString("ts", happened.At.UtcDateTime);
        json.WriteString("msg", TextOf(happened));
        json.WriteEndObject();
    }

    private static string LevelOf(RunEvent happened) => happened switch
    {
        MessageLogged message => message.Level,
        DiagnosticRaised raised => raised.Diagnostic.Severity == Severity.Error ? "error" : "warn",
        NodeFinished finished when NodeStatuses.IsFailure(finished.Result.Status) => "error",
        NodeFinished { Result.Status: NodeStatus.Warn } => "warn",
        NodeStarted => "debug",
        _ => "info",
    };

    private static string TextOf(RunEvent happened) => happened switch
    {
        RunStarted started => RunHeading.Of(started),
        NodeStarted started => $"{started.Index} of {started.Total} START {NodeLine.SubjectOf(started.Node)}",
        NodeFinished finished => PlainObserver.Line(finished),
        MessageLogged message => message.Text,
        DiagnosticRaised raised => DiagnosticFormatter.Format(raised.Diagnostic),
        RunFinished finished => RunSummary.Of(finished.Result).Line,
        _ => "",
    };

    private static void WriteData(Utf8JsonWriter json, RunEvent happened)
    {
        switch (happened)
        {
            case NodeStarted started:
                WriteNode(json, started.Node, "started");
                break;
            case NodeFinished finished:
                WriteNode(json, finished.Result.Node, NodeStatuses.NameOf(finished.Result.Status));
                WriteResult(json, finished.Result);
                break;
            case MessageLogged { Node: { } node }:
                WriteNode(json, node, "executing");
                break;
        }
    }

    private static void WriteNode(Utf8JsonWriter json, Node node, string status)
    {
        json.WriteStartObject("node_info");
        json.WriteString("unique_id", node.Id.Value);
        json.WriteString("node_name", node.Name);
        json.WriteString("resource_type", ResourceTypes.NameOf(node.ResourceType));
        json.WriteString("node_path", node.Path);
        json.WriteString("materialized", node.Config.Materialized);
        json.WriteString("node_status", status);
        json.WriteString("node_relation", node.Relation?.Quoted);
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, NodeResult result)
    {
        json.WriteNumber("execution_time", result.Elapsed.TotalSeconds);
        json.WriteString("message", result.Message);
        json.WriteStartArray("diagnostics");
        foreach (Diagnostic diagnostic in result.Diagnostics)
        {
            json.WriteStringValue(DiagnosticFormatter.Format(diagnostic));
        }

        json.WriteEndArray();
    }
}
