using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Builtins;

/// <summary>dbt's `modules.pytz`: rules of time zones from the machine's database, their names from pytz's lists.</summary>
internal static class PytzModule
{
    public static DictValue Create()
    {
        return new DictValue(new Dictionary<string, Value>
        {
            ["timezone"] = FunctionValue.Of("timezone(zone)", a => Find(a[0])),
            ["utc"] = FixedTimeZone.PytzUtc,
            ["FixedOffset"] = FunctionValue.Of("FixedOffset(offset)", a => FixedTimeZone.OfPytz(a.Integer(0))),
            ["all_timezones"] = new LazyValue(() => Texts(ZoneNames.All())),
            ["common_timezones"] = new LazyValue(() => Texts(ZoneNames.Common())),
            ["all_timezones_set"] = new LazyValue(() => new SetValue(Texts(ZoneNames.All()).Items)),
            ["common_timezones_set"] = new LazyValue(() => new SetValue(Texts(ZoneNames.Common()).Items)),
            ["country_timezones"] = new CountryTable("_CountryTimezoneDict", true, () => new DictValue(
                ZoneNames.Countries().Where(c => c.Zones.Length > 0).Select(c => KeyValuePair.Create<string, Value>(c.Code, Texts(c.Zones))))),
            ["country_names"] = new CountryTable("_CountryNameDict", false, () => new DictValue(
                ZoneNames.Countries().Select(c => KeyValuePair.Create(c.Code, Value.Of(c.Name))))),
        });
    }

    private static ListValue Texts(IEnumerable<string> texts) => new(texts.Select(text => Value.Of(text)));

    private static TimeZoneValue Find(Value name) =>
        name switch
        {
            StringValue text => PytzZone.Find(text.Text),
            NoneValue => throw new TemplateException("UnknownTimeZoneError", "None"),
            _ => throw new TemplateException("AttributeError", $"'{name.TypeName}' object has no attribute 'upper'"),
        };
}
