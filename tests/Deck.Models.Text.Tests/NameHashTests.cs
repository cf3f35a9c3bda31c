using NUnit.Framework;

namespace Deck.Models.Text.Tests;

/// <summary>The digests are those of RFC 1321 and, for the last, of Python's hashlib.</summary>
[TestFixture]
internal sealed class NameHashTests
{
    [TestCase("", "d41d8cd98f00b204e9800998ecf8427e")]
    [TestCase("message digest", "f96b697d7cb7938d525a2f31aaf161d0")]
    [TestCase("naïve ☃", "f95bb672740b9f2cd14a1171dffc03d2")]
    public void It_is_the_MD5_of_the_texts_UTF8(string text, string expected) => Assert.That(NameHash.Of(text), Is.EqualTo(expected));
}
