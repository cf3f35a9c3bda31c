using Deck.SampleData.Drawing;
using Deck.SampleData.Tables;

namespace Deck.SampleData.Use;

/// <summary>What every user of the sample shares: chance, the cards on offer and the app's tables.</summary>
internal sealed record SampleWorld(DeterministicRandom Random, CardCatalogue Cards, AppTables Tables);
