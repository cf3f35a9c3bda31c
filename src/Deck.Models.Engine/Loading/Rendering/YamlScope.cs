using System.Diagnostics.CodeAnalysis;
using Deck.Models.Engine.Compilation.Context;
using Deck.Models.Engine.Compilation.Context.Members;
using Deck.Models.Engine.Reporting;
using Deck.Models.Templating.Builtins;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Loading.Rendering;

/// <summary>The names that the strings of profiles, package lists and project files may use: dbt's base context, and `target` once there is one.</summary>
/// <remarks>A value is made when a string first asks for it: most files ask for none.</remarks>
public sealed class YamlScope : IRenderScope
{
    private readonly Dictionary<string, Func<Value>> members;
    private readonly Dictionary<string, Value> made = new(StringComparer.Ordinal);
    private readonly Lazy<IReadOnlyDictionary<string, Value>> functions;

    private YamlScope(InvocationSettings settings, SecretEnvironment? secrets)
    {
        functions = new(() => GlobalFunctions.Dbt(new FixedClock(settings.StartedAt)));
        members = new(StringComparer.Ordinal)
        {
            ["var"] = () => ContextFunctions.Variable(
                settings.Vars.TryGetValue,
                name => throw ContextFunctions.MissingVariable(name, "is not given on the command line (--vars), and project files see no other variables")),
            ["env_var"] = () => ContextFunctions.EnvironmentVariable(settings.Environment, secrets),
            ["return"] = () => DbtFunctions.Return,
            ["fromyaml"] = () => YamlFunctions.FromYaml,
            ["toyaml"] = () => YamlFunctions.ToYaml,
            ["log"] = () => FunctionValue.Of("log(msg, info=False)", a => Tell(settings, a[1].IsTrue ? "info" : "debug", a[0], a[1].IsTrue)),
            ["print"] = () => FunctionValue.Of("print(msg)", a => Tell(settings, MessageLogged.Print, a[0], settings.Prints)),
            ["dbt_version"] = () => Value.Of(BaseMembers.DbtVersion),
            ["flags"] = () => new FlagsValue(settings),
            ["invocation_id"] = () => Value.Of(settings.InvocationId.ToString()),
            ["run_started_at"] = () => DateTimeValue.Utc(settings.StartedAt),
            ["thread_id"] = () => Value.Of("MainThread"),
            ["builtins"] = Everything,
            ["context"] = Everything,
        };
    }

    /// <summary>For profiles.yml, package lists and the `profile:` of a project file: no target yet, and secrets are allowed where <paramref name="secrets"/> are given.</summary>
    public static YamlScope ForProfiles(InvocationSettings settings, SecretEnvironment? secrets = null) => new(settings, secrets);

    /// <summary>For a project file and selectors: variables come from the command line only, as in dbt.</summary>
    public static YamlScope ForProject(InvocationSettings settings, Value target)
    {
        YamlScope scope = new(settings, null);
        scope.made["target"] = target;
        return scope;
    }

    public bool TryGet(string name, [NotNullWhen(true)] out Value? value)
    {
        if (made.TryGetValue(name, out value))
        {
            return true;
        }

        if (members.TryGetValue(name, out Func<Value>? make))
        {
            made[name] = value = make();
            return true;
        }

        return functions.Value.TryGetValue(name, out value) || GlobalFunctions.Jinja.TryGetValue(name, out value);
    }

    private static StringValue Tell(InvocationSettings settings, string level, Value message, bool toUser)
    {
        if (toUser || level != MessageLogged.Print)
        {
            settings.Observer?.OnEvent(new MessageLogged(settings.StartedAt, level, message.ToText(), toUser, null));
        }

        return new StringValue("");
    }

    /// <summary>`builtins` and `context`: every name but these two, which dbt has in them as well.</summary>
    private DictValue Everything() => new(
        members.Keys.Except(["builtins", "context"]).Concat(functions.Value.Keys).Union(made.ContainsKey("target") ? ["target"] : [])
            .Select(name => KeyValuePair.Create(name, TryGet(name, out Value? value) ? value : Value.None)));

    /// <summary>Files are read at the time at which the invocation began.</summary>
    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
