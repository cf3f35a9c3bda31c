namespace Deck.Models.Templating.Parsing;

/// <summary>The tokens and the names of the text that a thread is at, in memory that its next text uses again.</summary>
internal sealed class LexerMemory : IDisposable
{
    private static readonly ThreadLocal<LexerMemory?> Idle = new();

    private LexerMemory()
    {
    }

    public TokenList Tokens { get; } = new();

    public NamePool Names { get; } = new();

    /// <summary>Memory for one text; disposing gives it back.</summary>
    public static LexerMemory Take()
    {
        LexerMemory taken = Idle.Value ?? new LexerMemory();
        Idle.Value = null;
        return taken;
    }

    public void Dispose()
    {
        Tokens.Clear();
        Idle.Value = this;
    }
}
