using System.Diagnostics.CodeAnalysis;
using Deck.Models.Templating.Builtins;
using Deck.Models.Templating.Values;
using NUnit.Framework;

namespace Deck.Models.Templating.Tests.BuiltinTables;

[TestFixture]
public sealed class FilterTableTests
{
    [Test]
    public void All_filters_of_Jinja_and_dbt_exist()
    {
        const string Names = "abs attr batch capitalize center count d default dictsort e escape filesizeformat first float forceescape format groupby indent int "
            + "items join last length list lower map max min pprint random reject rejectattr replace reverse round safe select selectattr slice sort string "
            + "striptags sum title tojson trim truncate unique upper urlencode urlize wordcount wordwrap xmlattr as_text as_bool as_native as_number is_list";
        Assert.That(FilterTable.Names, Is.EquivalentTo(Names.Split(' ')));
    }

    [TestCase("lower", "None")]
    public void Text_filters_take_any_value(string filter, string text) => Assert.That(Apply(filter, Value.None).ToText(), Is.EqualTo(text.ToLowerInvariant()));

    [TestCase(2.5, 0, "2.0")]
    [TestCase(2.675, 2, "2.67")]
    [TestCase(0.125, 2, "0.12")]
    public void Round_goes_to_even_on_the_exact_value(double number, int digits, string expected) =>
        Assert.That(Apply("round", Value.Of(number), Value.Of(digits)).Repr(), Is.EqualTo(expected));

    [TestCase("3.9", "3")]
    [TestCase("abc", "0")]
    [TestCase(" 1_000 ", "1000")]
    [TestCase("1e3", "1000")]
    public void Int_reads_what_Python_reads(string text, string expected) => Assert.That(Apply("int", Value.Of(text)).Repr(), Is.EqualTo(expected));

    [Test]
    public void Sort_ignores_case_and_is_stable() =>
        Assert.That(Apply("sort", Value.List(Value.Of("b"), Value.Of("A"), Value.Of("a"), Value.Of("B"))).Repr(), Is.EqualTo("['A', 'a', 'b', 'B']"));

    [Test]
    public void Default_replaces_undefined_only() =>
        Assert.Multiple(() =>
        {
            Assert.That(Apply("default", UndefinedValue.Variable("x", LookupMode.Plain), Value.Of(1)), Is.EqualTo(Value.Of(1)));
            Assert.That(Apply("default", Value.None, Value.Of(1)).IsNone, Is.True);
            Assert.That(Apply("default", Value.None, Value.Of(1), Value.Of(true)), Is.EqualTo(Value.Of(1)));
        });

    [Test]
    public void Lazy_filters_pass_once()
    {
        Value mapped = Apply("map", Value.List(Value.Of("a")), Value.Of("upper"));
        Assert.Multiple(() =>
        {
            Assert.That(Apply("list", mapped).Repr(), Is.EqualTo("['A']"));
            Assert.That(Apply("list", mapped).Repr(), Is.EqualTo("[]"));
        });
    }

    [Test]
    public void An_unknown_filter_in_map_fails_at_the_first_element() =>
        Assert.Multiple(() =>
        {
            Assert.That(Apply("list", Apply("map", Value.List(), Value.Of("nosuch"))).Repr(), Is.EqualTo("[]"));
            Assert.That(() => Apply("list", Apply("map", Value.List(Value.None), Value.Of("nosuch"))), Throws.TypeOf<TemplateException>());
        });

    [Test]
    public void Json_for_html_is_sorted_and_marked() =>
        Assert.That(
            Apply("tojson", new DictValue([new("b", Value.Of("<")), new("a", Value.Of(1))])).Repr(),
            Is.EqualTo("Markup('{\"a\": 1, \"b\": \"\\\\u003c\"}')"));

    private static Value Apply(string name, Value input, params Value[] arguments) =>
        FilterTable.TryFind(name, out Filter? filter)
            ? filter.Apply(new FilterCall(input, new Arguments(arguments), new FullEnvironment()))
            : throw new AssertionException($"no filter {name}");

    /// <summary>An environment with every filter and test.</summary>
    private sealed class FullEnvironment : IFilterEnvironment
    {
        public LookupMode Mode => LookupMode.Plain;

        public bool Escapes => false;

        public bool TryFindFilter(string name, [NotNullWhen(true)] out Filter? filter) => FilterTable.TryFind(name, out filter);

        public bool TryFindTest(string name, [NotNullWhen(true)] out ValueTest? test) => TestTable.TryFind(name, out test);
    }
}
