using System.Diagnostics.CodeAnalysis;

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

    public static Arguments None => default;

    public ReadOnlySpan<Value> Positional => positional;

    public ReadOnlySpan<KeyValuePair<string, Value>> Named => named;

    /// <summary>The array behind <see cref="Positional"/>, which nobody may change.</summary>
    internal Value[] PositionalArray => positional ?? [];

    public static Arguments Of(params Value[] positional) => new(positional);

    public bool TryGetNamed(string name, [NotNullWhen(true)] out Value? value)
    {
        foreach ((string key, Value candidate) in Named)
        {
            if (key == name)
            {
                value = candidate;
                return true;
            }
        }

        value = null;
        return false;
    }
}
