using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Templating.Values;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Loading.Yaml;

/// <summary>`toyaml`; each expectation is what PyYAML 6.0's `safe_dump(sort_keys=False)` gives.</summary>
public sealed class YamlWriterTests
{
    [TestCase("{a: 1, b: [x, {y: z, w: []}], c: {}}", "a: 1\nb:\n- x\n- y: z\n  w: []\nc: {}\n")]
    [TestCase("[[1, 2], [3]]", "- - 1\n  - 2\n- - 3\n")]
    [TestCase("{a: {b: [c]}}", "a:\n  b:\n  - c\n")]
    [TestCase("x", "x\n...\n")]
    [TestCase("'12'", "'12'\n")]
    [TestCase("12", "12\n...\n")]
    [TestCase("[]", "[]\n")]
    [TestCase("['yes', 'a: b', '', ' x', \"it's\", '#x', '2026-01-02', null, true, 1.5, .inf]", "- 'yes'\n- 'a: b'\n- ''\n- ' x'\n- it's\n- '#x'\n- '2026-01-02'\n- null\n- true\n- 1.5\n- .inf\n")]
    [TestCase("{a: \"x\\ny\"}", "a: 'x\n\n  y'\n")]
    [TestCase("{a: \"x\\n\"}", "a: 'x\n\n  '\n")]
    [TestCase("{a: \"x\\ty\"}", "a: \"x\\ty\"\n")]
    public void A_value_is_written_as_pyyaml_writes_it(string yaml, string expected)
    {
        Value value = YamlValues.ToValue(YamlReader.Read(new SourceText("a.yml", yaml)).Value!);

        Assert.That(YamlWriter.TryWrite(value, false, out string? text), Is.True);
        Assert.That(text, Is.EqualTo(expected));
    }
}
