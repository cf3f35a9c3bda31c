using Deck.Models.Engine.Compilation.Context.Nodes;
using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Resolution.Semantics;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Runtime;

/// <summary>A metric as `metric` gives it while a node is compiled: it reads as its name, has the keys of its node, and knows the metrics above it.</summary>
internal sealed class MetricValue(MetricNode metric, Manifest manifest) : Value
{
    private static readonly MethodTable<MetricValue> Members = new MethodTable<MetricValue>(
        ("full_metric_dependency()", (m, _) => Names(m.Above())),
        ("base_metric_dependency()", (m, _) => Names(m.Above().Where(a => !IsDerived(a)))),
        ("derived_metric_dependency()", (m, _) => Names(m.Above().Where(IsDerived))),
        ("derived_metric_dependency_depth()", (m, _) => List(m.Depths(m.metric, 1))))
        .WithProperties(("metric_name", m => Of(m.metric.Name)));

    private readonly MetricNode metric = metric;
    private DictValue? fields;

    public override string TypeName => "ResolvedMetricReference";

    public override IEnumerable<string> MemberNames => Members.Names;

    public override Value? GetAttribute(string name) =>
        Members.Bind(this, name) ?? ((fields ??= NodeDict.Of(metric)).TryGet(name, out Value? value) ? value : null);

    public override string ToText() => metric.Name;

    public override string Repr() => $"<ResolvedMetricReference {metric.Name}>";

    private static bool IsDerived(MetricNode node) => node.Definition.Type is SemanticWords.Derived or SemanticWords.Ratio;

    private static ListValue Names(IEnumerable<MetricNode> nodes) => List(nodes.Select(n => Of(n.Name)).ToArray());

    /// <summary>The metric and all that it is computed from, each once.</summary>
    private HashSet<MetricNode> Above()
    {
        HashSet<MetricNode> found = [metric];
        Stack<MetricNode> open = new([metric]);
        while (open.TryPop(out MetricNode? next))
        {
            foreach (MetricNode parent in ParentsOf(next).Where(found.Add))
            {
                open.Push(parent);
            }
        }

        return found;
    }

    private IEnumerable<Value> Depths(MetricNode node, int depth) => !IsDerived(node)
        ? []
        : [new DictValue([new(node.Name, Of(depth))]), .. ParentsOf(node).SelectMany(p => Depths(p, depth + 1))];

    private IEnumerable<MetricNode> ParentsOf(MetricNode node) => node.DependsOn.Select(id => manifest[id]).OfType<MetricNode>();
}
