using System.Diagnostics.CodeAnalysis;
using Deck.Models.Engine.Compilation.Context;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation.UnitTests;

/// <summary>The scope of a model under a unit test: inputs are the test's rows, and the test's overrides win.</summary>
internal sealed class UnitTestScope : ExecuteScope
{
    private const string Macros = "macros";

    private readonly UnitTestNode test;

    public UnitTestScope(ModelNode model, UnitTestNode test, CompilationScope compilation, UnitTestReferences references)
        : base(model, compilation, references)
    {
        this.test = test;
        if (test.Overrides.TryGet(Macros, out Value? macros) && macros is DictValue overridden)
        {
            foreach ((Value name, Value value) in overridden.Entries)
            {
                Put(name.ToText(), Constant(name.ToText(), value));
            }
        }
    }

    public override Location Place => test.Location;

    public override bool TryGetOverride(string kind, string name, [NotNullWhen(true)] out Value? value)
    {
        value = null;
        return test.Overrides.TryGet(kind, out Value? values) && values is DictValue dict && dict.TryGet(name, out value);
    }

    protected override bool TryBind(string package, string name, [NotNullWhen(true)] out Value? callable)
    {
        if (TryGetOverride(Macros, $"{package}.{name}", out Value? value))
        {
            callable = Constant(name, value);
            return true;
        }

        return base.TryBind(package, name, out callable);
    }

    private static FunctionValue Constant(string name, Value value) => new(name, _ => value);
}
