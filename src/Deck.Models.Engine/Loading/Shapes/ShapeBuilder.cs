using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Deck.Models.Engine.Loading.Shapes;

/// <summary>Writes the shape of an object as a table: groups of keys by the shape of their values.</summary>
internal sealed class ShapeBuilder(string title)
{
    private readonly Dictionary<string, YamlShape> keys = new(StringComparer.Ordinal);
    private readonly List<string> required = [];
    private bool open;

    /// <summary>Keys of one shape, separated by blanks; a `!` after a key makes it required.</summary>
    public ShapeBuilder With(YamlShape shape, string names)
    {
        foreach (string name in names.Split(' '))
        {
            string key = name.TrimEnd('!');
            keys[key] = shape;
            if (key.Length < name.Length)
            {
                required.Add(key);
            }
        }

        return this;
    }

    /// <summary>Lets further keys pass.</summary>
    public ShapeBuilder Open()
    {
        open = true;
        return this;
    }

    public YamlShape Build() => new YamlShape.Object(title, keys.ToFrozenDictionary(StringComparer.Ordinal), [.. required], open);
}
