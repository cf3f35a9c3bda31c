using Deck.Models.Templating.Values;
using NUnit.Framework;

namespace Deck.Models.Templating.Tests.ValueTypes;

[TestFixture]
public sealed class DictValueTests
{
    [Test]
    public void Equal_numbers_of_all_types_are_one_key()
    {
        var dict = new DictValue();
        dict.Entries[Value.Of(1)] = Value.Of("int");
        dict.Entries[Value.Of(1.0)] = Value.Of("float");
        dict.Entries[Value.Of(true)] = Value.Of("bool");
        dict.Entries[DecimalValue.Parse("1.00")] = Value.Of("decimal");
        Assert.That(dict.Repr(), Is.EqualTo("{1: 'decimal'}"));
    }

    [Test]
    public void Fractions_hash_alike_as_float_and_as_decimal() =>
        Assert.That(DecimalValue.Parse("0.50").GetHashCode(), Is.EqualTo(Value.Of(0.5).GetHashCode()));

    [Test]
    public void A_list_is_no_key() =>
        Assert.That(() => new DictValue().Entries[Value.List()] = Value.None, Throws.TypeOf<TemplateException>().With.Message.EqualTo("unhashable type: 'list'"));

    [Test]
    public void A_dict_that_holds_itself_prints()
    {
        var dict = new DictValue();
        dict.Set("self", dict);
        Assert.That(dict.Repr(), Is.EqualTo("{'self': {...}}"));
    }

    [Test]
    public void Iteration_notices_a_change_of_size()
    {
        DictValue dict = new([new("a", Value.Of(1))]);
        IEnumerator<Value> walk = dict.Iterate();
        walk.MoveNext();
        dict.Set("b", Value.Of(2));
        Assert.That(() => walk.MoveNext(), Throws.TypeOf<TemplateException>().With.Message.EqualTo("dictionary changed size during iteration"));
    }

    [Test]
    public void Methods_hide_keys_from_attributes_but_not_from_items()
    {
        DictValue dict = new([new("items", Value.Of(5))]);
        Assert.Multiple(() =>
        {
            Assert.That(Lookup.Attribute(dict, "items", LookupMode.Plain).IsCallable, Is.True);
            Assert.That(Lookup.Item(dict, Value.Of("items"), LookupMode.Plain), Is.EqualTo(Value.Of(5)));
        });
    }
}
