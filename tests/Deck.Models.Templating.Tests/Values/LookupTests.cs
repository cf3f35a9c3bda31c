using Deck.Models.Templating.Values;
using NUnit.Framework;

namespace Deck.Models.Templating.Tests.ValueTypes;

[TestFixture]
public sealed class LookupTests
{
    [Test]
    public void A_missing_attribute_is_undefined_and_says_so_when_used()
    {
        Value missing = Lookup.Attribute(new DictValue(), "b", LookupMode.Plain);
        Assert.That(() => Lookup.Attribute(missing, "c", LookupMode.Plain), Throws.TypeOf<TemplateException>().With.Message.EqualTo("'dict object' has no attribute 'b'"));
    }

    [Test]
    public void An_attribute_of_none_is_undefined_by_name() =>
        Assert.That(((UndefinedValue)Lookup.Attribute(Value.None, "table", LookupMode.Plain)).Hint, Is.EqualTo("'None' has no attribute 'table'"));

    [Test]
    public void A_missing_element_is_undefined() =>
        Assert.That(((UndefinedValue)Lookup.Item(Value.List(), Value.Of(5), LookupMode.Plain)).Hint, Is.EqualTo("list object has no element 5"));

    [Test]
    public void Private_attributes_break_the_sandbox_on_use()
    {
        Value unsafeValue = Lookup.Attribute(Value.Of("x"), "__class__", LookupMode.Plain);
        Assert.Multiple(() =>
        {
            Assert.That(unsafeValue.ToText(), Is.Empty);
            Assert.That(() => unsafeValue.Call(Arguments.None), Throws.TypeOf<TemplateException>().With.Property("PythonClass").EqualTo("SecurityError"));
        });
    }

    [Test]
    public void Chaining_undefined_goes_on_and_keeps_the_last_name()
    {
        Value first = UndefinedValue.Variable("x", LookupMode.Chaining);
        Value second = Lookup.Attribute(first, "y", LookupMode.Chaining);
        Assert.Multiple(() =>
        {
            Assert.That(second.IsUndefined, Is.True);
            Assert.That(Lookup.Attribute(second, "name", LookupMode.Chaining), Is.EqualTo(Value.Of("y")));
        });
    }

    [TestCase(1L, 3L, null, "bc")]
    [TestCase(null, null, -1L, "d😀cba")]
    [TestCase(-2L, null, null, "😀d")]
    [TestCase(3L, 4L, null, "😀")]
    [TestCase(10L, null, null, "")]
    public void Slices_count_code_points(long? start, long? stop, long? step, string expected) =>
        Assert.That(Lookup.Slice(Value.Of("abc😀d"), Bound(start), Bound(stop), Bound(step)).ToText(), Is.EqualTo(expected));

    [Test]
    public void A_slice_of_a_range_is_a_range() =>
        Assert.That(Lookup.Slice(new RangeValue(0, 6, 1), Value.Of(1), null, Value.Of(2)).Repr(), Is.EqualTo("range(1, 6, 2)"));

    [Test]
    public void A_list_is_walked_live()
    {
        ListValue list = Value.List(Value.Of(1));
        IEnumerator<Value> walk = list.Iterate();
        walk.MoveNext();
        list.Items.Add(Value.Of(2));
        Assert.That(walk.MoveNext(), Is.True);
    }

    private static Value? Bound(long? bound) => bound is long known ? Value.Of(known) : null;
}
