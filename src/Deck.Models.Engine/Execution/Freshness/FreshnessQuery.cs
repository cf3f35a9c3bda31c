using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Compilation.Context;
using Deck.Models.Engine.Compilation.Context.References;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating;
using Deck.Models.Templating.Rendering;
using Deck.Models.Text;

namespace Deck.Models.Engine.Execution.Freshness;

/// <summary>The query for the newest row of one source's table: its number, the value's type, the value and the server's time as ISO 8601.</summary>
internal static class FreshnessQuery
{
    /// <summary>The loaded_at_query where there is one, else the maximum of the loaded_at_field among the rows of the filter.</summary>
    /// <param name="number">Tells the rows of several such queries apart.</param>
    public static Checked<string> Of(SourceNode source, int number, CompilationScope scope)
    {
        if (source.LoadedAtQuery is { } written)
        {
            Checked<string> rendered = Render(source, written, scope);
            return rendered.Succeeded(out string? query) ? Check.Ok(Wrap($"(\n{query.Trim().TrimEnd(';')}\n)", "", number)) : rendered;
        }

        if (source.LoadedAtField is { } field && source.Relation is { } relation)
        {
            string filter = FreshnessLimits.Of(source)?.Filter is { } condition ? $"where {condition}\n" : "";
            return Check.Ok(Wrap($"max({field})", $"from {relation.Quoted}\n{filter}", number));
        }

        return Check.Failed<string>(Diagnostic
            .Error(ExecutionCodes.NoLoadTime, $"source `{source.SourceName}.{source.Name}` has limits of freshness, but nothing says when its rows were loaded", source.Location)
            .WithHint("give it a `loaded_at_field` or a `loaded_at_query`"));
    }

    private static string Wrap(string value, string rest, int number) =>
        $"select {number}, pg_catalog.pg_typeof(loaded.at)::text, pg_catalog.to_json(loaded.at) #>> '{{}}', pg_catalog.to_json(pg_catalog.now()) #>> '{{}}'\nfrom (select {value} as at\n{rest}) as loaded";

    /// <summary>A `loaded_at_query` as SQL.</summary>
    public static Checked<string> Render(SourceNode source, string text, CompilationScope scope)
    {
        Checked<Template> parsed = TemplateParser.Parse(new SourceText(source.OriginalFilePath, text), TemplateDialect.Dbt);
        if (!parsed.Succeeded(out Template? template))
        {
            return Check.Failed<string>(parsed.Diagnostics.Select(d => d.At(source.Location)));
        }

        ExecuteScope own = new(source, scope, new ManifestReferences(scope.Session.References));
        Checked<RenderedText> rendered = own.Session.RenderText(template);
        return rendered.Succeeded(out RenderedText? query) ? Check.Ok(query.Text) : Check.Failed<string>(rendered.Diagnostics.Select(d => d.At(source.Location)));
    }
}
