using NUnit.Framework;

namespace Deck.Models.Text.Tests;

[TestFixture]
internal sealed class SpellingTests
{
    [TestCase("stg_usres", "stg_users", TestName = "Swapped_neighbours_are_one_edit")]
    [TestCase("Materialised", "materialized", TestName = "Case_does_not_count")]
    [TestCase("tabel", "table", TestName = "A_short_word_may_have_one_edit")]
    public void The_nearest_name_is_found(string word, string expected)
    {
        Assert.That(Spelling.Nearest(word, ["unrelated", expected, "stg_orders"]), Is.EqualTo(expected));
    }

    [Test]
    public void A_name_far_from_all_has_no_suggestion()
    {
        Assert.That(Spelling.DidYouMean("customers", ["orders", "payments"]), Is.Null);
    }

    [Test]
    public void Ties_go_to_the_first_in_ordinal_order()
    {
        Assert.That(Spelling.Nearest("cat", ["cut", "car", "bat"]), Is.EqualTo("bat"));
    }

    [Test]
    public void A_suggestion_is_a_question()
    {
        Assert.That(Spelling.DidYouMean("usres", ["users"]), Is.EqualTo("did you mean `users`?"));
    }
}
