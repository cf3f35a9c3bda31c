using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Resolution;

/// <summary>Descriptions of macros that do not fit the macros.</summary>
public sealed class MacroAnnotationTests
{
    private const string Macros = "{% macro m(x, y=1) %}{% endmacro %}";

    [TestCase("{name: m, arguments: [{name: x, type: string}, {name: y, type: 'dict[str, list[ int ]]'}]}")]
    [TestCase("{name: m, arguments: [{name: x, type: ''}, {name: y}]}")]
    [TestCase("{name: m, description: of ours}")]
    public void What_fits_is_fine(string macro) => Assert.That(Told(macro), Is.Empty);

    [TestCase("{name: m, arguments: [{name: z}, {name: y}]}", "DECK0228 the argument `z` of the macro `m` is called `x` there")]
    [TestCase("{name: m, arguments: [{name: x}]}", "DECK0228 the macro `m` has 2 arguments, and 1 are described")]
    [TestCase("{name: m, arguments: [{name: x, type: text}, {name: y}]}", "DECK0228 `text` is no type of a macro's argument")]
    [TestCase("{name: m, arguments: [{name: x, type: list}, {name: y}]}", "DECK0228 `list` is no type of a macro's argument")]
    [TestCase("{name: m, arguments: [{name: x, type: 'dict[str]'}, {name: y}]}", "DECK0228 `dict[str]` is no type of a macro's argument")]
    [TestCase("{name: m, arguments: [{name: x, type: 'int[str]'}, {name: y}]}", "DECK0228 `int[str]` is no type of a macro's argument")]
    [TestCase("{name: n}", "DECK0210 macro `n` is described here but does not exist")]
    public void What_does_not_is_told(string macro, string mistake) => Assert.That(Told(macro), Is.EqualTo((string[])[mistake]));

    [Test]
    public void The_projects_flag_turns_it_off() => Assert.That(
        SmallProject.Mistakes(
            ("macros/m.sql", Macros), ("macros/m.yml", "macros: [{name: m, arguments: [{name: z}]}]"),
            ("project.yml", "name: shop\nversion: '1'\nprofile: shop\nflags: {validate_macro_args: false}\n")),
        Is.Empty);

    private static IEnumerable<string> Told(string macro) => SmallProject.Mistakes(("macros/m.sql", Macros), ("macros/m.yml", $"macros: [{macro}]"));
}
