using System.Diagnostics.CodeAnalysis;
using Deck.Models.Templating.Builtins;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Tests;

/// <summary>Jinja's globals, dbt's `return`, and what a test adds.</summary>
internal sealed class TestScope : IRenderScope, IScopeNames
{
    private readonly Dictionary<string, Value> values = new(GlobalFunctions.Jinja) { ["return"] = DbtFunctions.Return };

    public IEnumerable<string> Names => values.Keys;

    public TestScope With(string name, Value value)
    {
        values[name] = value;
        return this;
    }

    public bool TryGet(string name, [NotNullWhen(true)] out Value? value) => values.TryGetValue(name, out value);
}
