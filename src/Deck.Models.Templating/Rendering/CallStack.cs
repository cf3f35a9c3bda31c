using Deck.Models.Templating.Syntax;

namespace Deck.Models.Templating.Rendering;

/// <summary>The calls that are under way, innermost last.</summary>
internal sealed class CallStack
{
    private CallRecord[] records = new CallRecord[16];

    public int Count { get; private set; }

    /// <summary>The innermost call.</summary>
    public ref readonly CallRecord Last => ref records[Count - 1];

    public ref readonly CallRecord this[int index] => ref records[index];

    public void Push(string name, Template template, SyntaxNode? callSite)
    {
        if (Count == records.Length)
        {
            Array.Resize(ref records, Count * 2);
        }

        records[Count++] = new CallRecord(name, template, callSite);
    }

    /// <summary>Ends every call from a level on.</summary>
    public void CutTo(int level)
    {
        Array.Clear(records, level, Count - level);
        Count = level;
    }
}
