using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Results;

/// <summary>One of dbt's objects that templates see as such and not as a dict: its fields are attributes, and `to_dict` makes the dict.</summary>
/// <param name="typeName">dbt's class.</param>
/// <param name="fields">The attributes; objects among them are records too.</param>
/// <param name="plain">The same as a dict of plain values.</param>
internal sealed class RecordValue(string typeName, DictValue fields, Func<DictValue> plain) : Value
{
    private static readonly MethodTable<RecordValue> Methods = new(
        ("to_dict(omit_none=False, **more)", (self, a) => self.ToDict(a[0].IsTrue)));

    public override string TypeName => typeName;

    public override IEnumerable<string> MemberNames => fields.Entries.Select(f => f.Key.ToText()).Concat(Methods.Names);

    public override Value? GetAttribute(string name) => fields.TryGet(name, out Value? field) ? field : Methods.Bind(this, name);

    public override string Repr() => $"{TypeName}({string.Join(", ", fields.Entries.Select(f => $"{f.Key.ToText()}={f.Value.Repr()}"))})";

    private DictValue ToDict(bool omitNone)
    {
        DictValue dict = plain();
        return omitNone ? new DictValue(dict.Entries.Where(f => !f.Value.IsNone).Select(f => KeyValuePair.Create(f.Key.ToText(), f.Value))) : dict;
    }
}
