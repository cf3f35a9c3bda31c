namespace Deck.Models.Templating.Values;

/// <summary>The arguments of one call: positional ones, then keyword ones in the order written.</summary>
public readonly struct Arguments
{
    private readonly Value[]? positional;
    private readonly KeyValuePair<string, Value>[]? named;

    public Arguments(Value[] positional, KeyValuePair<string, Value>[]? named = null)
    {
        this.positional = positional;
        this.named = named;
    }

    public ReadOnlySpan<Value> Positional => positional;

    public ReadOnlySpan<KeyValuePair<string, Value>> Named => named;

    public static Arguments None => default;

    public static Arguments Of(params Value[] positional) => new(positional);
}
