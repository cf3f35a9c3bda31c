namespace Deck.Models.Templating.Parsing;

/// <summary>One string for each distinct name of a template.</summary>
internal sealed class NamePool
{
    private readonly HashSet<string> names = [];
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public NamePool() => lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();

    public string Get(ReadOnlySpan<char> name)
    {
        if (lookup.TryGetValue(name, out string? known))
        {
            return known;
        }

        string made = name.ToString();
        names.Add(made);
        return made;
    }
}
