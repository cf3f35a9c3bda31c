namespace Deck.Models.Templating.Builtins;

/// <summary>A test: `value is name(arguments)`.</summary>
internal sealed class ValueTest(string name, Func<FilterCall, bool> apply)
{
    public string Name { get; } = name;

    public Func<FilterCall, bool> Apply { get; } = apply;
}
