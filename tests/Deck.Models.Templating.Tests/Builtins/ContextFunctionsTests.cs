using Deck.Models.Templating.Builtins;
using Deck.Models.Templating.Values;
using NUnit.Framework;

namespace Deck.Models.Templating.Tests.BuiltinTables;

[TestFixture]
public sealed class ContextFunctionsTests
{
    private static readonly IReadOnlyDictionary<string, Value> Context = GlobalFunctions.Dbt(new StoppedClock());

    [Test]
    public void Time_comes_from_the_clock() => Assert.That(Call(Module("datetime", "datetime"), "utcnow").ToText(), Is.EqualTo("2024-02-29 12:00:00"));

    [TestCase("strptime", "2024-07-01 00:00:00", "2024-07-01", "%Y-%m-%d")]
    [TestCase("fromisoformat", "2024-07-01 10:00:00", "2024-07-01T10:00:00")]
    public void An_object_has_the_class_methods_of_datetime(string method, string expected, params string[] arguments) => Assert.That(
        Call(DateTimeValue.Utc(DateTimeOffset.UnixEpoch), method, [.. arguments.Select(a => Value.Of(a))]).ToText(), Is.EqualTo(expected));

    [Test]
    public void An_object_has_the_class_methods_of_its_own_class()
    {
        var day = new DateValue(new DateOnly(2024, 2, 29));
        var moment = new DateTimeValue(DateTime.UnixEpoch);
        var time = new TimeValue(new TimeOnly(1, 2, 3));
        Assert.Multiple(() =>
        {
            Assert.That(Call(day, "fromordinal", Value.Of(1)).Repr(), Is.EqualTo("datetime.date(1, 1, 1)"));
            Assert.That(Call(moment, "fromordinal", Value.Of(1)).Repr(), Is.EqualTo("datetime.datetime(1, 1, 1, 0, 0)"));
            Assert.That(Call(moment, "combine", day, time).ToText(), Is.EqualTo("2024-02-29 01:02:03"));
            Assert.That(Call(moment, "utcfromtimestamp", Value.Of(86400)).ToText(), Is.EqualTo("1970-01-02 00:00:00"));
            Assert.That(Call(moment, "now"), Is.TypeOf<DateTimeValue>().With.Property("Local").GreaterThan(new DateTime(2025, 1, 1)));
            Assert.That(Call(day, "today"), Is.TypeOf<DateValue>());
            Assert.That(Call(time, "fromisoformat", Value.Of("04:05")).Repr(), Is.EqualTo("datetime.time(4, 5)"));
            Assert.That(day.GetAttribute("now"), Is.Null);
            Assert.That(time.GetAttribute("now"), Is.Null);
        });
    }

    [Test]
    public void A_zone_knows_its_offset_at_a_time()
    {
        Value zone = Module("pytz", "timezone").Call(Arguments.Of(Value.Of("America/New_York")));
        Value summer = Call(zone, "localize", Call(Module("datetime", "datetime"), "strptime", Value.Of("2024-07-01"), Value.Of("%Y-%m-%d")));
        Assert.That(summer.ToText(), Is.EqualTo("2024-07-01 00:00:00-04:00"));
    }

    [Test]
    public void An_unknown_zone_is_named() =>
        Assert.That(
            () => Module("pytz", "timezone").Call(Arguments.Of(Value.Of("Nope/Zone"))),
            Throws.TypeOf<TemplateException>().With.Property("PythonClass").EqualTo("UnknownTimeZoneError"));

    [Test]
    public void Groups_are_numbered_by_their_brackets() =>
        Assert.That(
            Call(Module("re", "match").Call(Arguments.Of(Value.Of(@"(?P<year>\d+)-(\d+)"), Value.Of("2024-02"))), "groups").Repr(),
            Is.EqualTo("('2024', '02')"));

    [Test]
    public void Replacements_refer_to_groups() =>
        Assert.That(
            Module("re", "sub").Call(Arguments.Of(Value.Of("(a)(?P<n>b)"), Value.Of(@"\g<n>\1"), Value.Of("ab"))).ToText(),
            Is.EqualTo("ba"));

    [TestCase("""{"a": [1, 2.50, null, true, "\u00e9"]}""", "{'a': [1, 2.5, None, True, 'é']}")]
    [TestCase("[1e2, -0, NaN]", "[100.0, 0, nan]")]
    [TestCase("01", "None")]
    [TestCase("{'a': 1}", "None")]
    [TestCase("[1,]", "None")]
    public void Json_is_read_as_Python_reads_it(string json, string expected) =>
        Assert.That(Context["fromjson"].Call(Arguments.Of(Value.Of(json))).Repr(), Is.EqualTo(expected));

    [Test]
    public void Grants_differ_without_regard_to_case()
    {
        DictValue wanted = new([new("Select", Value.List(Value.Of("Bob"), Value.Of("eve"))), new("insert", Value.List())]);
        DictValue actual = new([new("select", Value.List(Value.Of("BOB")))]);
        Assert.That(Context["diff_of_two_dicts"].Call(Arguments.Of(wanted, actual)).Repr(), Is.EqualTo("{'Select': ['eve'], 'insert': []}"));
    }

    [Test]
    public void Combinations_come_in_order() =>
        Assert.That(
            new ListValue(Walk(Module("itertools", "combinations").Call(Arguments.Of(Value.Of("abc"), Value.Of(2))))).Repr(),
            Is.EqualTo("[('a', 'b'), ('a', 'c'), ('b', 'c')]"));

    private static IEnumerable<Value> Walk(Value value)
    {
        IEnumerator<Value> walk = Operators.Iterate(value);
        while (walk.MoveNext())
        {
            yield return walk.Current;
        }
    }

    private static Value Module(string module, string name) => Context["modules"].GetItem(Value.Of(module))!.GetItem(Value.Of(name))!;

    private static Value Call(Value target, string method, params Value[] arguments) => target.GetAttribute(method)!.Call(Arguments.Of(arguments));

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2024, 2, 29, 12, 0, 0, TimeSpan.Zero);
    }
}
