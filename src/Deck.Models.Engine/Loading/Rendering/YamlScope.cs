using System.Diagnostics.CodeAnalysis;
using Deck.Models.Templating.Builtins;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Loading.Rendering;

/// <summary>The names that YAML strings may use (spec/jinja.md, 7.2): `target`, `var`, `env_var` and what exists everywhere.</summary>
public sealed class YamlScope : IRenderScope
{
    private readonly Dictionary<string, Value> names = new(StringComparer.Ordinal);
    private readonly Lazy<IReadOnlyDictionary<string, Value>> functions;

    private YamlScope(DateTimeOffset now) => functions = new(() => GlobalFunctions.Dbt(new FixedClock(now)));

    /// <summary>For profiles.yml and the `profile:` of a project file: no target yet, and secrets are allowed where <paramref name="secrets"/> are given.</summary>
    public static YamlScope ForProfiles(InvocationSettings settings, SecretEnvironment? secrets = null)
    {
        YamlScope scope = new(settings.StartedAt);
        scope.names["env_var"] = ContextFunctions.EnvironmentVariable(settings.Environment, secrets);
        scope.names["var"] = ContextFunctions.Variable(
            settings.Vars.TryGetValue,
            name => throw ContextFunctions.MissingVariable(name, "is not given on the command line (--vars), and project files see no other variables"));
        scope.names["fromyaml"] = YamlFunctions.FromYaml;
        scope.names["toyaml"] = YamlFunctions.ToYaml;
        return scope;
    }

    /// <summary>For a project file: variables come from the command line only, as in dbt.</summary>
    public static YamlScope ForProject(InvocationSettings settings, Value target)
    {
        YamlScope scope = ForProfiles(settings);
        scope.names["target"] = target;
        return scope;
    }

    public bool TryGet(string name, [NotNullWhen(true)] out Value? value) =>
        names.TryGetValue(name, out value) || functions.Value.TryGetValue(name, out value) || GlobalFunctions.Jinja.TryGetValue(name, out value);

    /// <summary>Files are read at the time at which the invocation began.</summary>
    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
