using Deck.Models.Templating;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation.Context.Adapter;

/// <summary>Finds the macro of an incremental strategy: `get_incremental_&lt;strategy&gt;_sql`, built in or the project's own.</summary>
internal static class IncrementalStrategies
{
    private const string Prefix = "get_incremental_";
    private const string Suffix = "_sql";

    public static Value Find(NodeScope scope, string strategy)
    {
        string name = $"{Prefix}{strategy.Replace('+', '_')}{Suffix}";
        return scope.TryGet(name, out Value? macro)
            ? macro
            : throw new TemplateException(Diagnostic
                .Error(CompilationCodes.UnknownMacro, $"dbt could not find an incremental strategy macro with the name '{name}' in {scope.Invocation.Project.ProjectName}")
                .WithHint(Spelling.DidYouMean(strategy, Known(scope))));
    }

    private static IEnumerable<string> Known(NodeScope scope) => scope.Names
        .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal) && n.EndsWith(Suffix, StringComparison.Ordinal) && n.Length > Prefix.Length + Suffix.Length)
        .Select(n => n[Prefix.Length..^Suffix.Length])
        .Append("delete+insert");
}
