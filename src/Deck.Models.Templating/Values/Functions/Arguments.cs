using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Templating.Values;

/// <summary>The arguments of one call: positional ones, then keyword ones in the order written.</summary>
public readonly struct Arguments
{
    private readonly Value[]? positional;
    private readonly KeyValuePair<string, Value>[]? named;

    /// <summary>Arguments over arrays that the caller hands over.</summary>
    public Arguments(Value[] positional, KeyValuePair<string, Value>[]? named = null)
    {
        this.positional = positional;
        this.named = named;
    }

    /// <summary>A call without arguments.</summary>
    public static Arguments None => default;

    /// <summary>The positional arguments.</summary>
    public ReadOnlySpan<Value> Positional => positional;

    /// <summary>The keyword arguments in the order written.</summary>
    public ReadOnlySpan<KeyValuePair<string, Value>> Named => named;

    /// <summary>The array behind <see cref="Positional"/>, which nobody may change.</summary>
    internal Value[] PositionalArray => positional ?? [];

    /// <summary>Positional arguments only.</summary>
    public static Arguments Of(params Value[] positional) => new(positional);

    /// <summary>A keyword argument by its name.</summary>
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
