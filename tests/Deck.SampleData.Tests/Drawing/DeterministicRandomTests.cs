using Deck.SampleData.Drawing;
using NUnit.Framework;

namespace Deck.SampleData.Tests.Drawing;

/// <summary>The stream of chance: the same on every machine.</summary>
internal sealed class DeterministicRandomTests
{
    [Test]
    public void A_uuid_of_seed_0_starts_with_the_first_numbers_of_SplitMix64()
    {
        // 0xE220A8397B1DCDAF and 0x6E789E6AA1B965F4, with the bits of a version 4 UUID set.
        Assert.That(new DeterministicRandom(0).Uuid(), Is.EqualTo(new Guid("e220a839-7b1d-4daf-ae78-9e6aa1b965f4")));
    }

    [Test]
    public void A_shuffle_keeps_every_item()
    {
        List<int> shuffled = new DeterministicRandom(7).Shuffled(Enumerable.Range(0, 50));
        Assert.That(shuffled, Is.EquivalentTo(Enumerable.Range(0, 50)).And.Not.Ordered);
    }

    [Test]
    public void Both_ends_of_a_range_are_drawn()
    {
        DeterministicRandom random = new(7);
        Assert.That(Enumerable.Range(0, 100).Select(_ => random.Between(2, 4)).Distinct(), Is.EquivalentTo(new[] { 2, 3, 4 }));
    }
}
