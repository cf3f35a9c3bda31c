namespace Deck.Models.Engine.Resolution;

/// <summary>The outlines of all macros of a project by their ids, found when somebody asks, as it takes the parsing of every macro.</summary>
public sealed class MacroOutlines(Func<IReadOnlyDictionary<string, MacroOutline>> find)
{
    private readonly Lazy<IReadOnlyDictionary<string, MacroOutline>> found = new(find);

    public IReadOnlyDictionary<string, MacroOutline> All => found.Value;
}
