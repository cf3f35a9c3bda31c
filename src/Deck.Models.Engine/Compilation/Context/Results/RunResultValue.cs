using Deck.Models.Engine.Compilation.Context.Nodes;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Reporting.Artifacts;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Results;

/// <summary>dbt's RunResult: how one node ended, as `on-run-end` sees it.</summary>
internal sealed class RunResultValue(NodeResult result) : Value
{
    private static readonly MethodTable<RunResultValue> Methods = new(
        ("to_dict(omit_none=False, **more)", (self, a) => self.ToDict(omitNone: a[0].IsTrue)));

    private DictValue? fields;

    public override string TypeName => "RunResult";

    /// <summary>dbt's fields in dbt's order.</summary>
    private DictValue Fields => fields ??= new DictValue(
    [
        new("status", Of(NodeStatuses.NameOf(result.Status))),
        new("timing", List(Spans(t => new DateTimeValue(t.UtcDateTime)))),
        new("thread_id", Of(result.ThreadId)),
        new("execution_time", Of(result.Elapsed.TotalSeconds)),
        new("adapter_response", Response()),
        new("message", Of(result.Message)),
        new("failures", result.Failures is { } count ? Of(count) : None),
        new("node", Node()),
        new("agate_table", None),
        new("batch_results", None),
    ]);

    public override Value? GetAttribute(string name) => Fields.TryGet(name, out Value? field) ? field : Methods.Bind(this, name);

    public override string Repr() => $"RunResult({string.Join(", ", Fields.Entries.Select(f => $"{f.Key.ToText()}={f.Value.Repr()}"))})";

    /// <summary>The fields with times as text, as dbt's serialisation gives them.</summary>
    private DictValue ToDict(bool omitNone)
    {
        DictValue dict = new(Fields.Entries.Where(f => !omitNone || !f.Value.IsNone).Select(f => KeyValuePair.Create(f.Key.ToText(), f.Value)));
        dict.Set("timing", List(Spans(t => Of(ArtifactMetadata.Time(t)))));
        return dict;
    }

    private IEnumerable<Value> Spans(Func<DateTimeOffset, Value> time)
    {
        if (result.Status != NodeStatus.Skipped)
        {
            DateTimeOffset compiled = result.CompiledAt ?? result.FinishedAt;
            yield return Span("compile", time(result.StartedAt), time(compiled));
            yield return Span("execute", time(compiled), time(result.FinishedAt));
        }
    }

    private static DictValue Span(string name, Value from, Value to) => new([new("name", Of(name)), new("started_at", from), new("completed_at", to)]);

    private DictValue Response() => result.ResponseCode is { } code
        ? new([new("_message", Of(result.Message ?? code)), new("code", Of(code)), new("rows_affected", Of(result.RowsAffected ?? -1))])
        : new();

    private DictValue Node()
    {
        DictValue node = NodeDict.Of(result.Node);
        node.Set("compiled", Of(result.CompiledCode is not null));
        node.Set("compiled_code", Of(result.CompiledCode));
        return node;
    }
}
