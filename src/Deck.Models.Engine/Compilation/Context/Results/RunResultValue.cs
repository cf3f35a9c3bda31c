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
        new("timing", List(Spans().Select(s => new RecordValue("TimingInfo", s(t => new DateTimeValue(t.UtcDateTime)), () => s(Text))))),
        new("thread_id", Of(result.ThreadId)),
        new("execution_time", Of(result.Elapsed.TotalSeconds)),
        new("adapter_response", Response()),
        new("message", Of(result.Message)),
        new("failures", result.Failures is { } count ? Of(count) : None),
        new("node", NodeRecords.Of(result.Node, result.CompiledCode)),
        new("agate_table", None),
        new("batch_results", None),
    ]);

    public override Value? GetAttribute(string name) => Fields.TryGet(name, out Value? field) ? field : Methods.Bind(this, name);

    public override string Repr() => $"RunResult({string.Join(", ", Fields.Entries.Select(f => $"{f.Key.ToText()}={f.Value.Repr()}"))})";

    /// <summary>The fields with times as text, as dbt's serialisation gives them.</summary>
    private DictValue ToDict(bool omitNone)
    {
        DictValue dict = new(Fields.Entries.Where(f => !omitNone || !f.Value.IsNone).Select(f => KeyValuePair.Create(f.Key.ToText(), f.Value)));
        dict.Set("timing", List(Spans().Select(s => s(Text))));
        return dict;
    }

    /// <summary>Each span as a function of how its times are to be told; a node that was skipped has none.</summary>
    private IEnumerable<Func<Func<DateTimeOffset, Value>, DictValue>> Spans()
    {
        if (result.Status != NodeStatus.Skipped)
        {
            DateTimeOffset compiled = result.CompiledAt ?? result.FinishedAt;
            yield return time => Span("compile", time(result.StartedAt), time(compiled));
            yield return time => Span("execute", time(compiled), time(result.FinishedAt));
        }
    }

    private static DictValue Span(string name, Value from, Value to) => new([new("name", Of(name)), new("started_at", from), new("completed_at", to)]);

    private static Value Text(DateTimeOffset time) => Of(ArtifactMetadata.Time(time));

    private DictValue Response() => result.Response is { } response
        ? new([new("_message", Of(response.Message)), new("code", Of(response.Code)), new("rows_affected", Of(response.Rows))])
        : new();
}
