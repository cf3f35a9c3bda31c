using Deck.Models.Engine.Loading.Resources;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Loading;

/// <summary>Which files an ignore file covers; the answers are git's (`git check-ignore`).</summary>
public sealed class IgnoreFileTests
{
    [TestCase("a.sql", "a.sql", true)]
    [TestCase("a.sql", "models/a.sql", true)]
    [TestCase("a.sql", "models/a.sql.txt", false)]
    [TestCase("/a.sql", "models/a.sql", false)]
    [TestCase("models/a.sql", "models/a.sql", true)]
    [TestCase("models/a.sql", "x/models/a.sql", false)]
    [TestCase("drafts", "models/drafts/a.sql", true)]
    [TestCase("drafts/", "models/drafts/deep/a.sql", true)]
    [TestCase("drafts/", "models/drafts", false)]
    [TestCase("*.py", "models/a.py", true)]
    [TestCase("**.py", "models/deep/a.py", true)]
    [TestCase("models/*.sql", "models/deep/a.sql", false)]
    [TestCase("models/**", "models/deep/a.sql", true)]
    [TestCase("models/**/a.sql", "models/a.sql", true)]
    [TestCase("models/**/a.sql", "models/x/y/a.sql", true)]
    [TestCase("**/deep/*.sql", "models/deep/a.sql", true)]
    [TestCase("a?.sql", "ab.sql", true)]
    [TestCase("a[0-9].sql", "a1.sql", true)]
    [TestCase("a[!0-9].sql", "a1.sql", false)]
    [TestCase("\\#a.sql", "#a.sql", true)]
    [TestCase("# a.sql", "# a.sql", false)]
    [TestCase("a.sql  ", "a.sql", true)]
    [TestCase("*.sql\n!b.sql", "b.sql", false)]
    [TestCase("!b.sql\n*.sql", "b.sql", true)]
    public void A_file_is_covered_as_in_git(string ignore, string path, bool covered)
    {
        Assert.That(new IgnoreFile(ignore).Covers(path), Is.EqualTo(covered));
    }
}
