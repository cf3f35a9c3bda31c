using System.Collections.Immutable;
using Deck.Models.Cli.Files;

namespace Deck.Models.Cli.Tests.Files;

[TestFixture]
internal sealed class DotEnvTests
{
    [TestCase("A=b", "A", "b")]
    [TestCase("export A = b ", "A", "b")]
    [TestCase("A='b # c'", "A", "b # c")]
    [TestCase("A=\"b\"  # why", "A", "b")]
    [TestCase("A=b # why", "A", "b")]
    [TestCase("A=b#c", "A", "b#c")]
    [TestCase("A=", "A", "")]
    public void A_line_is_a_name_and_a_value(string line, string name, string value)
    {
        Assert.That(DotEnv.TryParse(line, out string actualName, out string actualValue), Is.True);
        Assert.That((actualName, actualValue), Is.EqualTo((name, value)));
    }

    [TestCase("")]
    [TestCase("# A=b")]
    [TestCase("A")]
    [TestCase("=b")]
    public void Other_lines_are_nothing(string line)
    {
        Assert.That(DotEnv.TryParse(line, out _, out _), Is.False);
    }

    [Test]
    public void The_shells_own_variables_win()
    {
        using TestHost host = new();
        host.With(".env", "A=file\nB=file\n");
        var merged = DotEnv.AddTo(ImmutableDictionary<string, string>.Empty.Add("A", "shell"), host.Folder);
        Assert.That((merged["A"], merged["B"]), Is.EqualTo(("shell", "file")));
    }
}
