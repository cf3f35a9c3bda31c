using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context;

/// <summary>A dict that is only written, entry by entry, and never looked into: artifacts have hundreds of thousands of them.</summary>
internal sealed class FieldsValue(KeyValuePair<string, Value>[] fields) : Value
{
    public IReadOnlyList<KeyValuePair<string, Value>> Fields => fields;

    public override string TypeName => "dict";

    public override string Repr() => new DictValue(fields).Repr();
}
