using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Builtins;

/// <summary>The functions that exist without a host: Jinja's own, and the pure ones of dbt's context.</summary>
public static class GlobalFunctions
{
    /// <summary>Jinja's globals: range, dict, lipsum, cycler, joiner, namespace.</summary>
    public static IReadOnlyDictionary<string, Value> Jinja { get; } = JinjaFunctions.All;

    /// <summary>
    /// dbt's pure context members: set, set_strict, zip, zip_strict, tojson, fromjson, local_md5, diff_of_two_dicts and `modules`
    /// (datetime, pytz, re, itertools). Build it once per invocation; the clock is what `datetime.now` and its kin read.
    /// </summary>
    public static IReadOnlyDictionary<string, Value> Dbt(TimeProvider clock)
    {
        Dictionary<string, Value> context = ContextFunctions.All.ToDictionary(f => f.Name, f => (Value)f);
        context["modules"] = new DictValue(new Dictionary<string, Value>
        {
            ["datetime"] = DateTimeModule.Create(clock),
            ["pytz"] = PytzModule.Create(),
            ["re"] = ReModule.Create(),
            ["itertools"] = ItertoolsModule.Create(),
        });
        return context;
    }
}
