using System.Collections.Immutable;
using Deck.Models.Engine.Compilation.Context;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating;
using Deck.Models.Templating.Rendering;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation;

/// <summary>Renders a node's hooks in the node's own scope; empty ones are left out, as dbt leaves them.</summary>
internal static class HookCompiler
{
    /// <param name="only">Hooks inside or outside of the transaction only; null for all.</param>
    public static ImmutableArray<CompiledHook> Compile(ExecuteScope scope, string key, List<Diagnostic> diagnostics, bool? only = null)
    {
        ImmutableArray<CompiledHook>.Builder hooks = ImmutableArray.CreateBuilder<CompiledHook>();
        Location place = scope.Node.Config.LocationOf(key) ?? scope.Node.Location;
        foreach ((string? text, bool inTransaction) in HookTexts.Of(scope.Node, key).Where(h => only is null || h.InTransaction == only))
        {
            if (text is null)
            {
                diagnostics.Add(Diagnostic.Error(CompilationCodes.InvalidHook, $"a `{key}` of `{scope.Node.Name}` is neither SQL nor a dict with `sql`", place));
            }
            else if (Render(text, scope, place, diagnostics) is { Length: > 0 } sql)
            {
                hooks.Add(new CompiledHook(sql, inTransaction));
            }
        }

        return hooks.ToImmutable();
    }

    private static string? Render(string text, ExecuteScope scope, Location place, List<Diagnostic> diagnostics)
    {
        Checked<Template> parsed = scope.Invocation.Parse(text);
        Checked<RenderedText> rendered = parsed.Succeeded(out Template? template) ? scope.Session.RenderText(template) : Check.Failed<RenderedText>(parsed.Diagnostics);
        diagnostics.AddRange(DiagnosticPlaces.Move(rendered.Diagnostics, place));
        return rendered.Value?.Text.Trim();
    }
}
