using Deck.Models.Templating;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Members;

/// <summary>`validation.any[…]`: a check that a config's value is one of several types or values.</summary>
internal sealed class ValidationValue : Value
{
    private ValidationValue()
    {
    }

    public static ValidationValue Instance { get; } = new();

    public override string TypeName => "validation";

    public override string Repr() => "<validation.any>";

    public override Value? GetItem(Value key)
    {
        Value[] allowed = key is TupleValue several ? [.. several.Items] : [key];
        return FunctionValue.Of("validate(value)", a => Fits(a[0], allowed)
            ? None
            : throw TemplateException.CompilationError($"Expected value '{a[0].ToText()}' to be one of {string.Join(", ", allowed.Select(v => v.ToText()))}"));
    }

    private static bool Fits(Value value, Value[] allowed) => allowed.Any(a => a.IsUndefined || a.IsCallable || a.Equals(value));
}
