using Deck.Models.Engine.Compilation.Context.Adapter;
using Deck.Models.Engine.Compilation.Context.Results;
using Deck.Models.Engine.Compilation.Context.Runtime;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation.Context.Members;

/// <summary>The context of compiling.</summary>
internal static class ExecuteMembers
{
    private static readonly KeyValuePair<string, Func<NodeScope, Value>>[] Own =
    [
        new("ref", s => new ReferenceFunction("ref", s, a => Scope(s).References.Ref(ReferenceArguments.ReadRef(a, s), Scope(s)))),
        new("source", s => new ReferenceFunction("source", s, a => Scope(s).References.Source(ReferenceArguments.ReadSource(a, s), Scope(s)))),
        new("metric", s => new ReferenceFunction("metric", s, a => Metric(ReferenceArguments.ReadMetric(a, s), Scope(s)))),
        new("function", s => new ReferenceFunction("function", s, a => Scope(s).References.Function(ReferenceArguments.ReadFunction(a, s), Scope(s)))),
        new("config", s => new ConfigValue(Scope(s))),
        new("adapter", s => new AdapterValue(s, ExecuteAdapter.Members)),
        new("graph", s => Scope(s).Graph),
        new("selected_resources", s => Value.List(Scope(s).Compilation.Session.Selected.Select(id => Value.Of(id.Value)))),
        new("load_agate_table", s => FunctionValue.Of("load_agate_table()", _ => Scope(s) is { Compilation.Seed: { } seed } own ? SeedAgate.Load(own, seed) : throw BaseMembers.OnlyElsewhere("load_agate_table", "in the materialization of a seed", s))),
        new("pre_hooks", s => HookTexts.ToValue(Scope(s).Node, "pre-hook")),
        new("post_hooks", s => HookTexts.ToValue(Scope(s).Node, "post-hook")),
    ];

    public static readonly MemberTable All = new(BaseMembers.Properties, BaseMembers.Sql, Own);

    private static MetricValue Metric(MetricCall call, ExecuteScope scope)
    {
        CompilationSession session = scope.Compilation.Session;
        return session.References.FindMetric(call, scope.PackageName) is { } metric
            ? new MetricValue(metric, session.Manifest)
            : throw new TemplateException(Diagnostic
                .Error(CompilationCodes.UnknownReference, $"metric `{call.Name}` does not exist", call.Location)
                .WithHint(Spelling.DidYouMean(call.Name, session.References.MetricNames)));
    }

    private static ExecuteScope Scope(NodeScope scope) => (ExecuteScope)scope;
}
