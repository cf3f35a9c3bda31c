using System.Collections.Immutable;
using Deck.Models.Engine.Compilation.Context;
using Deck.Models.Engine.Compilation.Context.References;
using Deck.Models.Engine.Compilation.Context.Relations;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating;
using Deck.Models.Templating.Rendering;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation.Injection;

/// <summary>Compiles the ephemeral models that a node refers to, directly or through each other.</summary>
internal static class EphemeralCompiler
{
    /// <summary>Their queries in the order in which they must stand: each behind those it refers to, each once.</summary>
    public static ImmutableArray<Cte> Compile(IEnumerable<ModelNode> models, CompilationScope scope, List<Diagnostic> diagnostics)
    {
        OrderedDictionary<NodeId, Cte> ctes = [];
        foreach (ModelNode model in models)
        {
            Add(model, scope, ctes, diagnostics);
        }

        return [.. ctes.Values];
    }

    private static void Add(ModelNode model, CompilationScope scope, OrderedDictionary<NodeId, Cte> ctes, List<Diagnostic> diagnostics)
    {
        if (ctes.ContainsKey(model.Id) || Render(model, scope, diagnostics) is not { } query)
        {
            return;
        }

        foreach (ModelNode reference in query.References)
        {
            Add(reference, scope, ctes, diagnostics);
        }

        ctes.TryAdd(model.Id, new Cte(RelationMembers.EphemeralName(model.Alias ?? model.Name), query.Query));
    }

    private static EphemeralQuery? Render(ModelNode model, CompilationScope scope, List<Diagnostic> diagnostics)
    {
        if (scope.Session.Ephemerals.TryGetValue(model.Id, out EphemeralQuery? known))
        {
            return known;
        }

        if (model.Code is not { } code)
        {
            return null;
        }

        ExecuteScope own = new(model, scope, new ManifestReferences(scope.Session.References));
        Checked<RenderedText> rendered = own.Session.RenderText(code.Template);
        diagnostics.AddRange(rendered.Diagnostics);
        if (!rendered.Succeeded(out RenderedText? text))
        {
            return null;
        }

        EphemeralQuery query = new(model, text, [.. own.Ephemerals.Values]);
        scope.Session.Ephemerals.TryAdd(model.Id, query);
        return query;
    }
}
