using NUnit.Framework;

namespace Deck.Models.Architecture.Tests;

/// <summary>Fails with every place that breaks a rule: NUnit's own message stops at ten.</summary>
internal static class Violations
{
    public static void ExpectNone(IEnumerable<string> places)
    {
        string[] found = [.. places];
        Assert.That(found, Is.Empty, string.Join(Environment.NewLine, found));
    }
}
