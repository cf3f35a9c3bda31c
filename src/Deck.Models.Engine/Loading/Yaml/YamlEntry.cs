using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Yaml;

/// <summary>One key of a mapping with its value.</summary>
/// <param name="Key">The key as written, quotes removed.</param>
public sealed record YamlEntry(string Key, Location KeyLocation, YamlNode Value)
{
    private readonly Value? typedKey;

    /// <summary>The key as Python has it: `1:` is an int, `on:` is True.</summary>
    public Value KeyValue
    {
        get => typedKey ?? Templating.Values.Value.Of(Key);
        init => typedKey = value;
    }
}
