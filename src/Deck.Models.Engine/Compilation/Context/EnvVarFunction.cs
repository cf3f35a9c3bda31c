using Deck.Models.Templating;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation.Context;

/// <summary>`env_var(name[, default])`: the environment's text, or the default as given.</summary>
internal static class EnvVarFunction
{
    private const string SecretPrefix = "DBT_ENV_SECRET";

    public static FunctionValue Of(NodeScope scope) => FunctionValue.Of("env_var(var, default=None)", a =>
    {
        string name = a[0].ToText();
        if (name.StartsWith(SecretPrefix, StringComparison.Ordinal))
        {
            throw new TemplateException(Diagnostic.Error(CompilationCodes.SecretNotAllowed, $"secret `{name}` may be used in profiles.yml and packages.yml only"));
        }

        if (scope.TryGetOverride("env_vars", name, out Value? given))
        {
            return Value.Of(given.ToText());
        }

        return scope.Invocation.Settings.Environment.TryGetValue(name, out string? text) ? Value.Of(text)
            : !a[1].IsNone ? a[1]
            : throw new TemplateException(Missing(name, scope));
    });

    private static Diagnostic Missing(string name, NodeScope scope) =>
        Diagnostic.Error(CompilationCodes.MissingEnvVar, $"environment variable `{name}` is not set and has no default")
            .WithHint(Spelling.DidYouMean(name, scope.Invocation.Settings.Environment.Keys))
            .WithHint($"set it, or give a default: `env_var('{name}', '…')`");
}
