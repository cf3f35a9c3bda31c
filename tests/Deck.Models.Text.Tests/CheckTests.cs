using NUnit.Framework;

namespace Deck.Models.Text.Tests;

[TestFixture]
internal sealed class CheckTests
{
    private static readonly DiagnosticCode Code = new(1, "a code of the tests");

    [Test]
    public void A_value_with_warnings_has_succeeded()
    {
        Assert.That(Check.Ok("value", [Diagnostic.Warning(Code, "w")]).Succeeded(out string? value), Is.True);
        Assert.That(value, Is.EqualTo("value"));
    }

    [Test]
    public void A_value_with_an_error_has_not()
    {
        Checked<string> result = Check.Ok("value", [Diagnostic.Error(Code, "e")]);
        Assert.That(result.Succeeded(out _), Is.False);
        Assert.That(result.Value, Is.EqualTo("value"));
    }

    [Test]
    public void A_failure_without_an_error_is_a_bug()
    {
        Assert.That(() => Check.Failed<string>(Diagnostic.Warning(Code, "w")), Throws.ArgumentException);
    }
}
