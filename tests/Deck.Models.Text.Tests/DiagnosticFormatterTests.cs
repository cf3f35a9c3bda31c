using NUnit.Framework;

namespace Deck.Models.Text.Tests;

[TestFixture]
internal sealed class DiagnosticFormatterTests
{
    private static readonly DiagnosticCode Unknown = new(203, "unknown model");

    [Test]
    public void A_diagnostic_shows_its_line_with_the_span_marked_and_its_hints()
    {
        SourceText text = new("models/a.sql", "select 1\n\tfrom {{ ref('stg_usres') }}\n");
        Location place = new(text, new TextSpan(text.Content.IndexOf("'stg", StringComparison.Ordinal), 11));
        Diagnostic diagnostic = Diagnostic.Error(Unknown, "model `stg_usres` does not exist", place).WithHint("did you mean `stg_users`?");
        Assert.That(DiagnosticFormatter.Format(diagnostic), Is.EqualTo("""
            models/a.sql:2:14: error DECK0203: model `stg_usres` does not exist
              2 | 	from {{ ref('stg_usres') }}
                | 	            ^^^^^^^^^^^
            hint: did you mean `stg_users`?
            """));
    }

    [Test]
    public void A_diagnostic_without_a_place_is_one_line()
    {
        Assert.That(DiagnosticFormatter.Format(Diagnostic.Warning(Unknown, "nothing matches")), Is.EqualTo("warning DECK0203: nothing matches"));
    }

    [Test]
    public void A_span_over_several_lines_is_marked_to_the_end_of_its_first()
    {
        SourceText text = new("a", "{% if x\n%}");
        string shown = DiagnosticFormatter.Format(Diagnostic.Error(Unknown, "m", new Location(text, new TextSpan(0, 10))));
        Assert.That(shown, Does.EndWith("  1 | {% if x\n    | ^^^^^^^"));
    }

    [Test]
    public void A_place_at_the_end_of_the_text_is_marked_after_it()
    {
        SourceText text = new("a", "ab");
        string shown = DiagnosticFormatter.Format(Diagnostic.Error(Unknown, "m", new Location(text, new TextSpan(2, 0))));
        Assert.That(shown, Does.EndWith("  1 | ab\n    |   ^"));
    }

    [Test]
    public void A_very_long_line_is_cut_around_the_place()
    {
        SourceText text = new("a", new string('x', 1000) + "HERE" + new string('y', 1000));
        string shown = DiagnosticFormatter.Format(Diagnostic.Error(Unknown, "m", new Location(text, new TextSpan(1000, 4))));
        string[] lines = shown.Split('\n');
        Assert.That(lines[1], Has.Length.LessThan(200).And.Contain("HERE"));
        Assert.That(lines[2].IndexOf('^', StringComparison.Ordinal), Is.EqualTo(lines[1].IndexOf("HERE", StringComparison.Ordinal)));
    }

    [Test]
    public void The_way_to_a_place_is_told_innermost_first()
    {
        SourceText macro = new("macros/m.sql", "{{ x }}");
        SourceText model = new("models/a.sql", "{{ m() }}");
        Diagnostic diagnostic = Diagnostic.Error(Unknown, "wrong", new Location(macro, new TextSpan(3, 1)))
            .WithRelated([new RelatedLocation("called", new Location(model, new TextSpan(3, 3)))]);
        Assert.That(DiagnosticFormatter.Format(diagnostic), Does.EndWith("\n  called at models/a.sql:1:4"));
    }
}
