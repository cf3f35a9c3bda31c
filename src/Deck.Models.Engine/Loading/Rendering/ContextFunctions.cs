using System.Collections.Immutable;
using Deck.Models.Templating;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Rendering;

/// <summary>`env_var` and `var` as YAML contexts have them.</summary>
public static class ContextFunctions
{
    /// <summary>`env_var(name, default=None)`: the variable's text, else the default as given, else an error.</summary>
    /// <param name="secrets">Where secrets may be used (profiles, packages); elsewhere they are an error.</param>
    public static Value EnvironmentVariable(ImmutableDictionary<string, string> environment, SecretEnvironment? secrets = null) =>
        new FunctionValue("env_var", arguments =>
        {
            (string name, Value? fallback) = Bind("env_var", arguments);
            bool isSecret = SecretEnvironment.IsSecret(name);
            if (isSecret && secrets is null)
            {
                throw Fail(RenderingCodes.SecretOutsideProfiles, $"secret environment variable `{name}` may only be used in profiles.yml and packages.yml", null);
            }

            if (environment.TryGetValue(name, out string? text))
            {
                return Value.Of(isSecret ? SecretEnvironment.PlaceholderFor(name) : text);
            }

            return fallback is { IsNone: false }
                ? fallback
                : throw Fail(RenderingCodes.MissingEnvironmentVariable, $"environment variable `{name}` is not set", Spelling.DidYouMean(name, environment.Keys)
                    ?? $"set it, or give a default: `env_var('{name}', '…')`");
        });

    /// <summary>`var(name, default)`: the variable with its type, else the default, else an error; `var.has_var(name)`.</summary>
    /// <param name="missing">Ends the sentence "variable `x` …" where it is not found.</param>
    public static Value Variable(VariableLookup find, string missing) => new VariableFunction(find, missing);

    /// <summary>A name and an optional default: the only two arguments of both functions.</summary>
    internal static (string Name, Value? Default) Bind(string function, Arguments arguments)
    {
        Value? name = arguments.Positional.Length > 0 ? arguments.Positional[0] : null;
        Value? fallback = arguments.Positional.Length > 1 ? arguments.Positional[1] : null;
        foreach ((string key, Value value) in arguments.Named)
        {
            (name, fallback) = key switch
            {
                "var" when name is null => (value, fallback),
                "default" when fallback is null => (name, value),
                _ => throw TemplateException.TypeError($"{function}() got an unexpected keyword argument '{key}'"),
            };
        }

        if (name is null || arguments.Positional.Length > 2)
        {
            throw TemplateException.TypeError($"{function}() takes a name and a default, but got {arguments.Positional.Length} arguments");
        }

        return (name.ToText(), fallback);
    }

    internal static TemplateException Fail(DiagnosticCode code, string message, string? hint) => new(Diagnostic.Error(code, message).WithHint(hint));
}
