using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Builtins;

/// <summary>dbt's `modules.pytz`, over the machine's time zone database.</summary>
internal static class PytzModule
{
    public static DictValue Create()
    {
        var zones = new Lazy<ListValue>(() => new ListValue(TimeZoneInfo.GetSystemTimeZones().Select(z => Value.Of(z.Id)).OrderBy(z => z.ToText(), StringComparer.Ordinal)));
        return new DictValue(new Dictionary<string, Value>
        {
            ["timezone"] = FunctionValue.Of("timezone(zone)", a => PytzZone.Find(a.Text(0))),
            ["utc"] = FixedTimeZone.PytzUtc,
            ["FixedOffset"] = FunctionValue.Of("FixedOffset(offset)", a => FixedTimeZone.OfPytz(a.Integer(0))),
            ["all_timezones"] = new LazyValue(() => zones.Value),
            ["common_timezones"] = new LazyValue(() => zones.Value),
            ["all_timezones_set"] = new LazyValue(() => new SetValue(zones.Value.Items)),
            ["common_timezones_set"] = new LazyValue(() => new SetValue(zones.Value.Items)),
            ["country_timezones"] = new DictValue(),
            ["country_names"] = new DictValue(),
        });
    }
}
