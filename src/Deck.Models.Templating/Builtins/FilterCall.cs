using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Builtins;

/// <summary>One application of a filter or a test: what it is applied to, its arguments, its environment.</summary>
internal readonly struct FilterCall(Value input, Arguments arguments, IFilterEnvironment environment)
{
    public Value Input { get; } = input;

    public Arguments Arguments { get; } = arguments;

    public IFilterEnvironment Environment { get; } = environment;
}
