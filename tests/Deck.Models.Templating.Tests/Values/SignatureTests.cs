using Deck.Models.Templating.Values;
using NUnit.Framework;

namespace Deck.Models.Templating.Tests.ValueTypes;

[TestFixture]
public sealed class SignatureTests
{
    private static readonly Signature Ref = Signature.Parse("ref(model, package=None, *rest, version=..., **extra)");

    [Test]
    public void Arguments_are_bound_by_place_and_by_name()
    {
        BoundArguments bound = Ref.Bind(new Arguments([Value.Of("a")], [new("version", Value.Of(2)), new("other", Value.Of(3))]));
        Assert.Multiple(() =>
        {
            Assert.That(bound.Text(0), Is.EqualTo("a"));
            Assert.That(bound[1].IsNone, Is.True);
            Assert.That(bound.Rest(2).Items, Is.Empty);
            Assert.That(bound.Find(3), Is.EqualTo(Value.Of(2)));
            Assert.That(bound.Extra(4).Repr(), Is.EqualTo("{'other': 3}"));
        });
    }

    [Test]
    public void What_is_too_much_goes_into_the_rest() =>
        Assert.That(Ref.Bind(Arguments.Of(Value.Of("a"), Value.Of("b"), Value.Of("c"))).Rest(2).Repr(), Is.EqualTo("('c',)"));

    [Test]
    public void A_default_of_dots_is_absent() => Assert.That(Ref.Bind(Arguments.Of(Value.Of("a"))).Find(3), Is.Null);

    [TestCase("f(a)", 0, null, "f() missing 1 required positional argument: 'a'")]
    [TestCase("f(a, b, c)", 0, null, "f() missing 3 required positional arguments: 'a', 'b', and 'c'")]
    [TestCase("f(a)", 2, null, "f() takes 1 positional argument but 2 were given")]
    [TestCase("f(a, b=1)", 3, null, "f() takes from 1 to 2 positional arguments but 3 were given")]
    [TestCase("f(a)", 1, "a", "f() got multiple values for argument 'a'")]
    [TestCase("f(a)", 1, "z", "f() got an unexpected keyword argument 'z'")]
    [TestCase("f(a, /)", 0, "a", "f() got an unexpected keyword argument 'a'")]
    public void Wrong_calls_get_the_messages_of_Python(string signature, int positional, string? named, string message)
    {
        Arguments arguments = new([.. Enumerable.Repeat(Value.None, positional)], named is null ? [] : [new(named, Value.None)]);
        Assert.That(() => Signature.Parse(signature).Bind(arguments), Throws.TypeOf<TemplateException>().With.Message.EqualTo(message));
    }
}
