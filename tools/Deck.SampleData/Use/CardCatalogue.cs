using Deck.SampleData.Drawing;

namespace Deck.SampleData.Use;

/// <summary>The places that Dextr can recommend, each a card.</summary>
internal sealed class CardCatalogue(DeterministicRandom random)
{
    private const int Size = 400;

    private readonly List<Guid> _cards = [.. Enumerable.Range(0, Size).Select(_ => random.Uuid())];

    /// <summary>Any card.</summary>
    public Guid Draw(DeterministicRandom drawing) => drawing.Pick(_cards);

    /// <summary>So many different cards.</summary>
    public List<Guid> DrawPack(DeterministicRandom drawing, int size)
    {
        List<Guid> pack = [];
        while (pack.Count < size)
        {
            Guid card = Draw(drawing);
            if (!pack.Contains(card))
            {
                pack.Add(card);
            }
        }

        return pack;
    }
}
