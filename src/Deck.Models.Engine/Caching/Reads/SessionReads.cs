namespace Deck.Models.Engine.Caching.Reads;

/// <summary>What all renders of one resolution asked for. Safe for several threads.</summary>
internal sealed class SessionReads
{
    private readonly Lock gate = new();
    private readonly List<NotedDeclaration> declarations = [];

    /// <summary>Dry renders that asked for something, each of which can be repeated by itself.</summary>
    public IReadOnlyList<NotedDeclaration> Declarations => declarations;

    /// <summary>What everything else asked for.</summary>
    public ReadLog Others { get; } = new();

    public void Add(NotedDeclaration declaration)
    {
        lock (gate)
        {
            declarations.Add(declaration);
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
