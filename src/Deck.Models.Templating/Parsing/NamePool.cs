namespace Deck.Models.Templating.Parsing;

/// <summary>Gives the names of templates as strings, the same one for a name that was seen lately.</summary>
internal sealed class NamePool
{
    private const int Places = 256;

    private readonly string?[] recent = new string?[Places];

    public string Get(ReadOnlySpan<char> name)
    {
        // Names that share a place push each other out; that costs a string and nothing else.
        ref string? place = ref recent[((name[0] * 31) + (name[name.Length / 2] * 11) + (name[^1] * 7) + name.Length) & (Places - 1)];
        if (place is null || !name.SequenceEqual(place))
        {
            place = name.ToString();
        }

        return place;
    }
}
