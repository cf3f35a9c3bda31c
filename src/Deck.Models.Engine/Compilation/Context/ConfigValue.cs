using Deck.Models.Engine.Resolution;
using Deck.Models.Templating;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation.Context;

/// <summary>`config` while a node is compiled: reads the merged configuration; calling it says nothing new.</summary>
internal sealed class ConfigValue(ExecuteScope scope) : Value
{
    private static readonly MethodTable<ConfigValue> Methods = new MethodTable<ConfigValue>(
        ("set(name, value)", (self, a) => self.Set(a[0].ToText(), a[1])),
        ("get(name, default=None, validator=None, **extra)", (self, a) => self.Get(a[0].ToText(), a[1], a[2])),
        ("meta_get(name, default=None, validator=None, **extra)", (self, a) => self.FindMeta(a[0].ToText()) ?? a[1]),
        ("require(name, validator=None)", (self, a) => self.Require(a[0].ToText(), a[1])),
        ("meta_require(name, validator=None)", (self, a) => self.FindMeta(a[0].ToText()) ?? throw self.Missing(a[0].ToText())),
        ("persist_relation_docs()", (self, _) => self.PersistDocs("relation")),
        ("persist_column_docs()", (self, _) => self.PersistDocs("columns")))
        .WithProperties(
            ("model", self => self.Scope.Model));

    public override string TypeName => "RuntimeConfigObject";

    public override bool IsCallable => true;

    private ExecuteScope Scope { get; } = scope;

    public override string Repr() => "<RuntimeConfigObject>";

    public override IEnumerable<string> MemberNames => Methods.Names;

    public override Value? GetAttribute(string name) => Methods.Bind(this, name);

    public override Value Call(Arguments arguments) => Of("");

    private StringValue Set(string name, Value value)
    {
        Scope.SetConfig(ConfigKeys.Canonical(name), value);
        return new StringValue("");
    }

    private Value Get(string name, Value otherwise, Value validator) => Find(name) is { } value ? Validate(value, validator) : otherwise;

    private Value Require(string name, Value validator) => Find(name) is { } value ? Validate(value, validator) : throw Missing(name);

    private Value? Find(string name)
    {
        string key = ConfigKeys.Canonical(name);
        if (key == "snapshot_table_column_names" && Scope.Node is SnapshotNode)
        {
            return SnapshotColumns.Of(Scope.Node.Config).ToDict();
        }

        return Scope.TryGetConfig(key, out Value? value) ? value : ConfigKeys.DefaultOf(Scope.Node.ResourceType, key);
    }

    private Value? FindMeta(string name) => Find("meta") is DictValue meta && meta.TryGet(name, out Value? value) ? value : null;

    private BooleanValue PersistDocs(string what) =>
        BooleanValue.From(Find("persist_docs") is DictValue docs && docs.TryGet(what, out Value? wanted) && wanted.IsTrue);

    private static Value Validate(Value value, Value validator)
    {
        if (validator.IsCallable)
        {
            validator.Call(Arguments.Of(value));
        }

        return value;
    }

    private TemplateException Missing(string name) => new(Diagnostic.Error(
        CompilationCodes.MissingConfig, $"`{Scope.Node.Name}` does not define the required config `{name}`"));
}
