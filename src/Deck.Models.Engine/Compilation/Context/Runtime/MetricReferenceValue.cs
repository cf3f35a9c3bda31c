using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Runtime;

/// <summary>What `metric` gives while nothing is resolved: a value that reads as the metric's name.</summary>
internal sealed class MetricReferenceValue(string name, string? package) : Value
{
    private static readonly MethodTable<MetricReferenceValue> Members = new MethodTable<MetricReferenceValue>()
        .WithProperties(("metric_name", m => Of(m.Name)), ("package_name", m => Of(m.Package)));

    public override string TypeName => "MetricReference";

    public override IEnumerable<string> MemberNames => Members.Names;

    private string Name { get; } = name;

    private string? Package { get; } = package;

    public override Value? GetAttribute(string name) => Members.Bind(this, name);

    public override string ToText() => Name;

    public override string Repr() => $"<MetricReference {Name}>";
}
