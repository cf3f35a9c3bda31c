using System.Diagnostics.CodeAnalysis;
using Deck.Models.Templating.Builtins;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;

namespace Deck.Models.Benchmarks;

/// <summary>The context of the benchmark templates: what models see of dbt, without a project behind it; the same as that of jinja_reference.py.</summary>
internal sealed class ReferenceScope : IRenderScope
{
    private readonly Dictionary<string, Value> values = new(GlobalFunctions.Jinja)
    {
        ["ref"] = new FunctionValue("ref", a => Value.Of($"\"warehouse\".\"analytics\".\"{a.Positional[^1].ToText()}\"")),
        ["source"] = new FunctionValue("source", a => Value.Of($"\"warehouse\".\"{a.Positional[0].ToText()}\".\"{a.Positional[1].ToText()}\"")),
        ["config"] = new FunctionValue("config", _ => StringValue.Empty),
        ["var"] = FunctionValue.Of("var(name, default=None)", a => a[1]),
        ["is_incremental"] = new FunctionValue("is_incremental", _ => Value.Of(true)),
        ["this"] = Value.Of("\"warehouse\".\"analytics\".\"this_model\""),
        ["target"] = new DictValue([new("name", Value.Of("dev")), new("schema", Value.Of("analytics"))]),
        ["adapter"] = new ReferenceAdapter(),
        ["execute"] = Value.Of(true),
        ["name"] = Value.Of("orders"),
        ["n"] = Value.Of(12),
        ["items"] = Value.List(Value.Of("orders"), Value.Of("customers"), Value.Of("payments")),
    };

    public static ReferenceScope Instance { get; } = new();

    public bool TryGet(string name, [NotNullWhen(true)] out Value? value) => values.TryGetValue(name, out value);

    /// <summary>dbt's adapter, as far as the templates call it.</summary>
    private sealed class ReferenceAdapter : Value
    {
        private static readonly MethodTable<ReferenceAdapter> Methods = new(("quote(name)", (_, a) => Of($"\"{a.Text(0)}\"")));

        public override string TypeName => "Adapter";

        public override string Repr() => "<Adapter>";

        public override Value? GetAttribute(string name) => Methods.Bind(this, name);
    }
}
