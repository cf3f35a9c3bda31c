using Deck.Models.Engine.Selection.Methods;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Selection;

/// <summary>Python's fnmatch.</summary>
public sealed class GlobTests
{
    [TestCase("orders", "orders", true)]
    [TestCase("orders", "ord*", true)]
    [TestCase("orders", "*ers", true)]
    [TestCase("orders", "*d*r*", true)]
    [TestCase("orders", "order?", true)]
    [TestCase("order", "order?", false)]
    [TestCase("a1", "a[0-9]", true)]
    [TestCase("ax", "a[!0-9]", true)]
    [TestCase("a]", "a[]]", true)]
    [TestCase("a[", "a[", true)]
    [TestCase("Orders", "orders", false)]
    [TestCase("", "*", true)]
    [TestCase("a", "", false)]
    public void A_pattern_matches_a_whole_text(string text, string pattern, bool matches) => Assert.That(Glob.Matches(text, pattern), Is.EqualTo(matches));

    [TestCase("models/gold/a.sql", "models/gold", true)]
    [TestCase("models/gold/a.sql", "models/gold/", true)]
    [TestCase("models/gold/a.sql", "./models", true)]
    [TestCase("models/gold/a.sql", "models/gold/a.sql", true)]
    [TestCase("models/gold/a.sql", "models/*.sql", false)]
    [TestCase("models/gold/a.sql", "models/**/*.sql", true)]
    [TestCase("models/gold/a.sql", "**/a.sql", true)]
    [TestCase("models/golden/a.sql", "models/gold", false)]
    public void A_path_is_covered_by_its_folders(string path, string pattern, bool covers) => Assert.That(new PathPattern(pattern).CoversFile(path), Is.EqualTo(covers));
}
