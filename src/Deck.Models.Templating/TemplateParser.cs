using Deck.Models.Templating.Parsing;
using Deck.Models.Text;

namespace Deck.Models.Templating;

/// <summary>Turns a text into a <see cref="Template"/>.</summary>
public static class TemplateParser
{
    /// <summary>Parses a whole text; every syntax error, unknown filter and unknown test is a diagnostic with its span.</summary>
    /// <example>
    /// <code>
    /// Checked&lt;Template&gt; parsed = TemplateParser.Parse(new SourceText("hello.sql", "hello {{ name }}"), TemplateDialect.Jinja);
    /// if (parsed.Succeeded(out Template? template)) { … }
    /// </code>
    /// </example>
    public static Checked<Template> Parse(SourceText source, TemplateDialect dialect) => Parser.Parse(source, dialect);
}
