using System.Collections.Immutable;
using Deck.Models.Engine.Warnings;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context;

/// <summary>`flags`: the invocation's flags as upper-case attributes, with dbt's defaults for what the command does not know.</summary>
internal sealed class FlagsValue : Value
{
    private static readonly ImmutableDictionary<string, Value> Defaults = new Dictionary<string, Value>
    {
        ["CACHE_SELECTED_ONLY"] = Of(false),
        ["DEBUG"] = Of(false),
        ["DEFER"] = Of(false),
        ["FAVOR_STATE"] = Of(false),
        ["INDIRECT_SELECTION"] = Of("eager"),
        ["INTROSPECT"] = Of(true),
        ["LOG_CACHE_EVENTS"] = Of(false),
        ["LOG_FORMAT"] = Of("default"),
        ["LOG_LEVEL"] = Of("info"),
        ["PARTIAL_PARSE"] = Of(true),
        ["POPULATE_CACHE"] = Of(true),
        ["PRINT"] = Of(true),
        ["PRINTER_WIDTH"] = Of(80),
        ["QUIET"] = Of(false),
        ["SEND_ANONYMOUS_USAGE_STATS"] = Of(false),
        ["STATIC_PARSER"] = Of(true),
        ["USE_COLORS"] = Of(true),
        ["VERSION_CHECK"] = Of(true),
        ["WRITE_JSON"] = Of(true),
    }.ToImmutableDictionary(StringComparer.Ordinal);

    private readonly ImmutableDictionary<string, Value> flags;

    public FlagsValue(InvocationSettings settings)
    {
        Dictionary<string, Value> all = new(Defaults, StringComparer.Ordinal)
        {
            ["WHICH"] = Of(settings.Command),
            ["FULL_REFRESH"] = Of(settings.FullRefresh),
            ["FAIL_FAST"] = Of(settings.FailFast),
            ["STORE_FAILURES"] = Of(settings.StoreFailures),
            ["EMPTY"] = Of(settings.Empty),
            ["WARN_ERROR"] = Of(settings.Warnings == WarningPolicy.Strict),
            ["INVOCATION_COMMAND"] = Of($"dbt {settings.Command}"),
            ["PROFILE"] = Of(settings.ProfileName),
            ["TARGET"] = Of(settings.TargetName),
            ["THREADS"] = settings.Threads is { } threads ? Of(threads) : None,
            ["VARS"] = new DictValue(settings.Vars),
        };
        foreach ((string name, Value value) in settings.Flags)
        {
            all[name.ToUpperInvariant()] = value;
        }

        flags = all.ToImmutableDictionary(StringComparer.Ordinal);
    }

    public override string TypeName => "Namespace";

    public override IEnumerable<string> MemberNames => flags.Keys;

    public override Value? GetAttribute(string name) => flags.GetValueOrDefault(name);

    public override Value? GetItem(Value key) => GetAttribute(key.ToText().ToUpperInvariant());

    public override string Repr() => $"Namespace({string.Join(", ", flags.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={f.Value.Repr()}"))})";

    /// <summary>`invocation_args_dict`: the same by lower-case name.</summary>
    public DictValue ToDict() => new(flags.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => KeyValuePair.Create(f.Key.ToLowerInvariant(), f.Value)));
}
