using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Builtins;

/// <summary>A filter: `value | name(arguments)`.</summary>
internal sealed class Filter(string name, Func<FilterCall, Value> apply)
{
    public string Name { get; } = name;

    public Func<FilterCall, Value> Apply { get; } = apply;
}
