using Deck.Models.Templating.Blocks;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Templating.Tests.Blocks;

[TestFixture]
public sealed class BlockLexerTests
{
    private const BlockKinds Macros = BlockKinds.Macro | BlockKinds.Materialization | BlockKinds.Test;

    [Test]
    public void A_block_says_where_its_contents_and_the_whole_stand()
    {
        SourceText file = new("m.sql", "text {# {% macro no() %} #}\n{%- macro a(x='%}') -%}\n body {% endmacro %}\nrest");
        TemplateBlock block = BlockLexer.Extract(file, Macros).Value!.Blocks.Single();
        Assert.That(block.Kind, Is.EqualTo(BlockKinds.Macro));
        Assert.That(block.Name, Is.EqualTo("a"));
        Assert.That(file.Slice(block.Contents).Content, Is.EqualTo("body "));
        Assert.That(file.Slice(block.Whole).Content, Is.EqualTo("\n{%- macro a(x='%}') -%}\n body {% endmacro %}"));
    }

    [TestCase("{% macro a() %}", "`{% macro %}` has no `{% endmacro %}`")]
    [TestCase("{% macro a() %}{% macro b() %}{% endmacro %}", "`{% macro %}` has no `{% endmacro %}` before the next block")]
    [TestCase("{% if x %}{% macro a() %}{% endmacro %}{% endif %}", "a `macro` block cannot be defined inside `if`")]
    [TestCase("{% macro a() %}{% if x %}{% endfor %}{% endmacro %}", "unexpected `endfor`, expected `endif`")]
    [TestCase("{% endif %}", "`endif` has no `if` before it")]
    [TestCase("{% macro a() %}{{ x ", "the file ends before `}}` is found")]
    [TestCase("{% macro a( ", "the file ends before `%}` is found")]
    [TestCase("{# x", "the file ends before `#}` is found")]
    public void Blocks_that_do_not_fit_together_are_a_mistake(string text, string message)
    {
        Diagnostic error = BlockLexer.Extract(new SourceText("m.sql", text), Macros).Diagnostics.Single();
        Assert.That(error.Message, Is.EqualTo(message));
        Assert.That(error.Code, Is.EqualTo(TemplateDiagnostics.Blocks));
    }
}
