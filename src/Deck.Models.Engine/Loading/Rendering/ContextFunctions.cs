using System.Collections.Immutable;
using Deck.Models.Templating;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Rendering;

/// <summary>`env_var` and `var`, for YAML files and for SQL alike (spec/jinja.md, 7.3).</summary>
public static class ContextFunctions
{
    /// <summary>`env_var(name, default=None)`: the variable's text, else the default as given, else an error.</summary>
    /// <param name="secrets">Where secrets may be used (profiles, packages); elsewhere they are an error.</param>
    /// <param name="replaced">What a unit test puts in place of the environment.</param>
    public static Value EnvironmentVariable(ImmutableDictionary<string, string> environment, SecretEnvironment? secrets = null, VariableLookup? replaced = null) =>
        FunctionValue.Of("env_var(var, default=None)", a =>
        {
            string name = a[0].ToText();
            bool isSecret = SecretEnvironment.IsSecret(name);
            if (isSecret && secrets is null)
            {
                throw Fail(RenderingCodes.SecretOutsideProfiles, $"secret environment variable `{name}` may only be used in profiles.yml and packages.yml", null);
            }

            if (replaced?.Invoke(name, out Value? given) == true)
            {
                return Value.Of(given.ToText());
            }

            return environment.TryGetValue(name, out string? text) ? Value.Of(isSecret ? SecretEnvironment.PlaceholderFor(name) : text)
                : !a[1].IsNone ? a[1]
                : throw Fail(RenderingCodes.MissingEnvironmentVariable, $"environment variable `{name}` is not set", Spelling.DidYouMean(name, environment.Keys)
                    ?? $"set it, or give a default: `env_var('{name}', '…')`");
        });

    /// <summary>`var(name, default)`: the variable with its type, else the default, else what <paramref name="missing"/> answers or throws; `var.has_var(name)`.</summary>
    /// <param name="render">What becomes of the value of a variable.</param>
    public static Value Variable(VariableLookup find, Func<string, Value> missing, Func<Value, Value>? render = null) => new VariableFunction(find, missing, render);

    /// <summary>The error of a variable that is not found.</summary>
    /// <param name="reason">Ends the sentence "variable `x` …".</param>
    public static TemplateException MissingVariable(string name, string reason, string? hint = null) =>
        Fail(RenderingCodes.MissingVariable, $"variable `{name}` {reason}", hint ?? $"give a default: `var('{name}', …)`");

    private static TemplateException Fail(DiagnosticCode code, string message, string? hint) => new(Diagnostic.Error(code, message).WithHint(hint));
}
