using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Loading.Yaml;

/// <summary>Trees, places and mistakes of YAML texts.</summary>
public sealed class YamlReaderTests
{
    [TestCase("a: 1\nb: [x, {y: z}]\n", "{'a': 1, 'b': ['x', {'y': 'z'}]}")]
    [TestCase("", "None")]
    [TestCase("# nothing\n", "None")]
    [TestCase("- |\n  a\n  b\n- >\n  c\n  d\n", "['a\\nb\\n', 'c d\\n']")]
    [TestCase("- |\n  a\n- |\n  b", "['a\\n', 'b']")]
    [TestCase("- >\n  a\n  b", "['a b']")]
    [TestCase("2: x\nyes: y\n", "{2: 'x', True: 'y'}")]
    [TestCase("base: &b {x: 1, y: 2}\nk:\n  y: 3\n  <<: *b\n", "{'base': {'x': 1, 'y': 2}, 'k': {'x': 1, 'y': 3}}")]
    [TestCase("a: &a {x: 1}\nb: &b {x: 2, z: 3}\nk: {<<: [*a, *b]}\n", "{'a': {'x': 1}, 'b': {'x': 2, 'z': 3}, 'k': {'x': 1, 'z': 3}}")]
    [TestCase("a: 1\na: 2\n", "{'a': 2}")]
    [TestCase("{a: &x 1, b: *x }", "{'a': 1, 'b': 1}")]
    [TestCase("{a: &x 'q', b: [&y z, *x ], c: {d: &z 2, e: *y }, f: *z }", "{'a': 'q', 'b': ['z', 'q'], 'c': {'d': 2, 'e': 'z'}, 'f': 2}")]
    [TestCase("{a: &x !!str 1, b: !!str &y 2, c: *x , d: *y }", "{'a': '1', 'b': '2', 'c': '1', 'd': '2'}")]
    [TestCase("{a: &x, b: 2, c: &y {d: 1}, e: *y }", "{'a': None, 'b': 2, 'c': {'d': 1}, 'e': {'d': 1}}")]
    public void A_text_is_read_as_pyyaml_reads_it(string yaml, string repr) =>
        Assert.That(YamlValues.ToValue(YamlReader.Read(new SourceText("a.yml", yaml)).Value!).Repr(), Is.EqualTo(repr));

    [TestCase("a: |\n  x\nb: |\n  y  \n\n", "{'a': 'x\\n', 'b': 'y'}")]
    [TestCase("a: >+\n  x\n\n\n", "{'a': 'x'}")]
    public void A_block_at_the_end_of_a_file_ends_with_its_text(string yaml, string repr) =>
        Assert.That(YamlValues.ToValue(YamlReader.ReadFile(new SourceText("a.yml", yaml)).Value!).Repr(), Is.EqualTo(repr));

    [TestCase("a: [1, 2\nb: 3\n", "a.yml:1:4: DECK0301: `[` is never closed")]
    [TestCase("a: b: c\n", "a.yml:1:5: DECK0301: a mapping cannot begin inside a value")]
    [TestCase("a:\n\t- x\n", "a.yml:2:1: DECK0301: a tab cannot indent YAML")]
    [TestCase("a: *x\n", "a.yml:1:4: DECK0303: there is no anchor `&x` before this alias")]
    [TestCase("a: &x [*x]\n", "a.yml:1:8: DECK0303: alias `*x` stands inside the value that it repeats")]
    [TestCase("{a: &x 1 b: 2}", "a.yml:1:11: DECK0301: while parsing a flow mapping, did not find expected ',' or '}'")]
    [TestCase("{a: &x &y 1}", "a.yml:1:8: DECK0301: while parsing a node, found more than one anchor")]
    [TestCase("a: {{ b }}\n", "a.yml:1:5: DECK0304: a key is a text, not a list or a mapping")]
    [TestCase("a: 1\n---\nb: 2\n", "a.yml:2:1: DECK0306: a file holds one YAML document, but a second one starts here")]
    [TestCase("a: 1\nb: 2\na: 3\n", "a.yml:3:1: DECK0302: key `a` is given twice; the last one counts")]
    [TestCase("a: 2026-02-30\n", "a.yml:1:4: DECK0308: `2026-02-30` is not a date of the calendar")]
    [TestCase("a: !python/object x\n", "a.yml:1:4: DECK0305: tag `!python/object` is not known")]
    public void A_mistake_is_named_with_its_place(string yaml, string diagnostic) =>
        Assert.That(YamlReader.Read(new SourceText("a.yml", yaml)).Diagnostics.Select(d => d.ToString()), Is.EqualTo((string[])[diagnostic]));

    [Test]
    public void Aliases_of_aliases_do_not_exhaust_the_memory()
    {
        string yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
            + string.Concat(Enumerable.Range(1, 9).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n"));

        Assert.That(YamlReader.Read(new SourceText("a.yml", yaml)).HasErrors);
    }

    [Test]
    public void Deep_nesting_is_an_error_and_not_a_crash() =>
        Assert.That(YamlReader.Read(new SourceText("a.yml", new string('[', 100_000))).HasErrors);

    [Test]
    public void Nodes_know_their_places()
    {
        SourceText text = new("a.yml", "models:\n  - name: a\n    columns: [b, c]\nrest: x\n");
        YamlMapping root = (YamlMapping)YamlReader.Read(text).Value!;
        YamlSequence models = (YamlSequence)root.Entries[0].Value;
        YamlMapping model = (YamlMapping)models.Items[0];

        Assert.That(text.Content.Substring(model.Location.Span.Start, model.Location.Span.Length), Is.EqualTo("name: a\n    columns: [b, c]"));
        Assert.That(model.Entries[1].KeyLocation.Position, Is.EqualTo(new LinePosition(3, 5)));
        Assert.That(model.Entries[1].Value.Location.Span.Length, Is.EqualTo("[b, c]".Length));
    }
}
