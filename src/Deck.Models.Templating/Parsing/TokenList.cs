namespace Deck.Models.Templating.Parsing;

/// <summary>The tokens of a text in order.</summary>
/// <remarks>Not a list of the framework's: for elements of a value type of ours it would have to be compiled when the tool starts.</remarks>
internal sealed class TokenList
{
    private const int UsualLength = 512;
    private const int LongestKept = 1 << 14;

    private Token[] tokens = new Token[UsualLength];

    public int Count { get; private set; }

    public ref readonly Token this[int index] => ref tokens[index];

    public void Add(in Token token)
    {
        if (Count == tokens.Length)
        {
            Token[] larger = new Token[Count * 2];
            Array.Copy(tokens, larger, Count);
            tokens = larger;
        }

        tokens[Count++] = token;
    }

    public void Clear()
    {
        tokens = tokens.Length > LongestKept ? new Token[UsualLength] : tokens;
        Count = 0;
    }
}
