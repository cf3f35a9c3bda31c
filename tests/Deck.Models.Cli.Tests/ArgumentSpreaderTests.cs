namespace Deck.Models.Cli.Tests;

[TestFixture]
internal sealed class ArgumentSpreaderTests
{
    [TestCase("run --select a b --exclude c d -x", "run --select a --select b --exclude c --exclude d -x", TestName = "Words_after_a_list_flag_are_its_values")]
    [TestCase("run --select a --threads 2", "run --select a --threads 2", TestName = "Other_flags_keep_their_one_value")]
    [TestCase("ls -s tag:x,+y @z", "ls -s tag:x,+y -s @z", TestName = "Short_flags_spread_too")]
    [TestCase("run --select=a b", "run --select=a b", TestName = "A_value_after_an_equals_sign_is_alone")]
    public void Spread(string given, string expected)
    {
        Assert.That(string.Join(' ', ArgumentSpreader.Spread(given.Split(' '))), Is.EqualTo(expected));
    }
}
