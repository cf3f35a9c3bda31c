using System.Collections.Immutable;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Engine.Resolution.Properties;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.UnitTests;

/// <summary>Reads `given`, `expect` and `overrides` of one unit test.</summary>
internal sealed class UnitTestReader(ResolutionSession session, PropertiesEntry entry)
{
    /// <summary>The content, or null after a report where there is nothing to compare with.</summary>
    public UnitTestContent? Read()
    {
        ImmutableArray<UnitTestGiven> given =
        [
            .. ResourcePropertiesReader.Mappings(entry.Yaml, "given", session).Select(ReadGiven).OfType<UnitTestGiven>(),
        ];
        if (PropertyValues.Mapping(entry.Yaml, "expect", session) is not { } expected)
        {
            session.Report(Malformed("lacks `expect`", entry.Location));
            return null;
        }

        YamlMapping? overrides = PropertyValues.Mapping(entry.Yaml, "overrides", session);
        DictValue values = overrides is null ? new DictValue() : (DictValue)PropertyValues.Render(overrides, entry.PackageName, session);
        return ReadRows(expected) is { } rows ? new UnitTestContent(given, rows, values) : null;
    }

    private UnitTestGiven? ReadGiven(YamlMapping yaml)
    {
        if (!PropertyValues.TryFindValue(yaml, "input", out YamlNode? node) || node is not YamlScalar input)
        {
            session.Report(Malformed("has a `given` without `input`", yaml.Location));
            return null;
        }

        ModelDeclaration declaration = new();
        if (input.Text.Trim() != "this")
        {
            Checked<ModelDeclaration> declared = DeclarationRenderer.DeclareExpression(PropertyValues.TextOf(input), entry.PackageName, session.Scope);
            session.Report(declared.Diagnostics);
            declaration = declared.Value ?? declaration;
            if (!declared.HasErrors && declaration.Refs.IsEmpty && declaration.Sources.IsEmpty)
            {
                session.Report(Malformed($"has the input `{input.Text}`; an input is `ref('…')`, `source('…', '…')` or `this`", input.Location));
            }
        }

        return ReadRows(yaml) is { } rows ? new UnitTestGiven(input.Text, declaration, rows) : null;
    }

    private UnitTestRows? ReadRows(YamlMapping yaml)
    {
        string format = PropertyValues.Text(yaml, "format") ?? "dict";
        if (PropertyValues.Text(yaml, "fixture") is { } fixture)
        {
            return ReadFixture(yaml, fixture, format);
        }

        PropertyValues.TryFindValue(yaml, "rows", out YamlNode? rows);
        return (format, rows) switch
        {
            ("dict", YamlSequence list) => OfDicts(list),
            ("csv", YamlScalar text) => OfCsv(PropertyValues.TextOf(text), text.Location),
            ("sql", YamlScalar text) => new UnitTestRows { Format = format, Sql = text.Text, Location = text.Location },
            ("dict" or "csv" or "sql", _) => Refuse($"needs rows as {ShapeOf(format)} for the format `{format}`", rows?.Location ?? yaml.Location),
            _ => Refuse($"has the format `{format}`; it can be `dict`, `csv` or `sql`", yaml.Location),
        };
    }

    private UnitTestRows? ReadFixture(YamlMapping yaml, string name, string format)
    {
        PackageSources? package = session.Sources.Packages.FirstOrDefault(p => p.Project.Name == entry.PackageName);
        if (package is null || !package.Fixtures.TryGetValue(name, out SourceText? text))
        {
            session.Report(Malformed($"names the fixture `{name}`, which does not exist", yaml.Location)
                .WithHint(Spelling.DidYouMean(name, package?.Fixtures.Keys ?? []) ?? "fixtures are .csv and .sql files in `tests/fixtures`"));
            return null;
        }

        Location place = new(text, default);
        return format == "sql" ? new UnitTestRows { Format = format, Sql = text.Content, Fixture = name, Location = place } : OfCsv(text, place, name);
    }

    private UnitTestRows OfDicts(YamlSequence list)
    {
        foreach (YamlNode wrong in list.Items.Where(i => i is not YamlMapping))
        {
            session.Report(Malformed("has a row that is no mapping of columns to values", wrong.Location));
        }

        return new UnitTestRows
        {
            Format = "dict",
            Rows = [.. list.Items.OfType<YamlMapping>().Select(m => (DictValue)PropertyValues.Render(m, entry.PackageName, session))],
            Location = list.Location,
        };
    }

    /// <summary>Empty cells of a CSV are null, as in dbt.</summary>
    private UnitTestRows? OfCsv(SourceText text, Location place, string? fixture = null)
    {
        Checked<UnitTestCsv> csv = UnitTestCsv.Parse(text, place);
        session.Report(csv.Diagnostics);
        return csv.Value is null ? null : new UnitTestRows { Format = "csv", Rows = csv.Value.Rows, Fixture = fixture, Location = place };
    }

    private UnitTestRows? Refuse(string complaint, Location place)
    {
        session.Report(Malformed(complaint, place));
        return null;
    }

    private static string ShapeOf(string format) => format == "dict" ? "a list of mappings" : "a text";

    private Diagnostic Malformed(string complaint, Location place) =>
        Diagnostic.Error(ResolutionCodes.MalformedUnitTest, $"unit test `{entry.Name}` {complaint}", place);
}
