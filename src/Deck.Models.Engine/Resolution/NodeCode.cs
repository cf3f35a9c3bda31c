using Deck.Models.Templating;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution;

/// <summary>The text of a node: parsed already, or parsed when it is first rendered. Safe for several threads.</summary>
public sealed class NodeCode
{
    private Template? template;

    public NodeCode(Template template)
    {
        Source = template.Source;
        this.template = template;
    }

    private NodeCode(SourceText source) => Source = source;

    public SourceText Source { get; }

    public Template Template => template ??= TemplateParser.Parse(Source, TemplateDialect.Dbt).Value ?? throw new InvalidOperationException($"{Source.Path} was parsed before and does not parse now");

    /// <param name="source">A text that is known to parse.</param>
    public static NodeCode Deferred(SourceText source) => new(source);

    /// <summary>The code of a template, or null where there is none.</summary>
    public static NodeCode? Of(Template? template) => template is null ? null : new NodeCode(template);
}
