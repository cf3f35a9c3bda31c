namespace Deck.Models.Templating.Parsing;

/// <summary>The brackets inside a tag that are still open: what each of them is to be closed with.</summary>
internal sealed class OpenBrackets
{
    private char[] expected = new char[8];

    public int Count { get; private set; }

    public void Push(char closing)
    {
        if (Count == expected.Length)
        {
            char[] larger = new char[Count * 2];
            Array.Copy(expected, larger, Count);
            expected = larger;
        }

        expected[Count++] = closing;
    }

    public bool TryPop(out char closing)
    {
        closing = Count > 0 ? expected[--Count] : '\0';
        return closing != '\0';
    }

    public void Clear() => Count = 0;
}
