using Deck.Models.Engine.Caching.Pieces;

namespace Deck.Models.Engine.Caching.Reads;

/// <summary>What all renders of one resolution asked for, and what an earlier one knows of them. Safe for several threads.</summary>
internal sealed class SessionReads
{
    private readonly Lock gate = new();
    private readonly List<NotedDeclaration> declarations = [];
    private int rendered;

    /// <summary>What is left of an earlier parse.</summary>
    public KeptPieces Kept { get; init; } = KeptPieces.None;

    /// <summary>Dry renders, each of which can be repeated by itself.</summary>
    public IReadOnlyList<NotedDeclaration> Declarations => declarations;

    /// <summary>How many of them were made this time.</summary>
    public int Rendered => rendered;

    /// <summary>What everything else asked for.</summary>
    public ReadLog Others { get; } = new();

    /// <param name="isKept">False where the text was rendered just now.</param>
    public void Add(NotedDeclaration declaration, bool isKept)
    {
        lock (gate)
        {
            declarations.Add(declaration);
            rendered += isKept ? 0 : 1;
            if (declaration.Use is not null)
            {
                Others.Add(declaration.Reads);
            }
        }
    }

    public void Add(ReadLog log)
    {
        if (log.IsEmpty)
        {
            return;
        }

        lock (gate)
        {
            Others.Add(log);
        }
    }
}
