using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Results;

/// <summary>`node.config` of a result: dbt's config object, which answers None for every key that it lacks.</summary>
internal sealed class ConfigRecordValue(DictValue config) : Value
{
    private static readonly MethodTable<ConfigRecordValue> Methods = new(
        ("get(key, default=None)", (self, a) => self.Config.GetItem(a[0]) ?? a[1]),
        ("meta_get(key, default=None)", (self, a) => self.Meta?.GetItem(a[0]) ?? a[1]),
        ("to_dict(omit_none=False, **more)", (self, _) => self.Config));

    public override string TypeName => "NodeConfig";

    public override int? Length => Config.Length;

    private DictValue Config { get; } = config;

    private Value? Meta => Config.TryGet("meta", out Value? meta) ? meta : null;

    public override Value GetAttribute(string name) => Config.TryGet(name, out Value? value) ? value : Methods.Bind(this, name) ?? None;

    public override Value GetItem(Value key) => Config.GetItem(key) ?? None;

    public override IEnumerator<Value> Iterate() => Config.Iterate();

    public override string Repr() => $"{TypeName}({string.Join(", ", Config.Entries.Select(f => $"{f.Key.ToText()}={f.Value.Repr()}"))})";
}
