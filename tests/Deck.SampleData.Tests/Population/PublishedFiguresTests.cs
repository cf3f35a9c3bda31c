using Deck.SampleData.Population;
using NUnit.Framework;

namespace Deck.SampleData.Tests.Population;

/// <summary>The tables of the generator against the published findings.</summary>
internal sealed class PublishedFiguresTests
{
    [Test]
    public void The_tables_give_every_published_finding() => Assert.That(PublishedFigures.FindMissed(), Is.Empty);
}
