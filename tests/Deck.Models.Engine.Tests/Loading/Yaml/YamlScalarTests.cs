using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Templating.Values;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Loading.Yaml;

/// <summary>Types of plain scalars; each expectation is what PyYAML 6.0 gives.</summary>
public sealed class YamlScalarTests
{
    [TestCase("yes", "True")]
    [TestCase("Off", "False")]
    [TestCase("y", "'y'")]
    [TestCase("tRue", "'tRue'")]
    [TestCase("~", "None")]
    [TestCase("NULL", "None")]
    [TestCase("12", "12")]
    [TestCase("-1_000", "-1000")]
    [TestCase("014", "12")]
    [TestCase("08", "'08'")]
    [TestCase("0x1F", "31")]
    [TestCase("0b101", "5")]
    [TestCase("0o17", "'0o17'")]
    [TestCase("1:30", "90")]
    [TestCase("1:60", "'1:60'")]
    [TestCase("190:20:30", "685230")]
    [TestCase("1.5", "1.5")]
    [TestCase("1e3", "'1e3'")]
    [TestCase("1.5e3", "'1.5e3'")]
    [TestCase("1.5e+3", "1500.0")]
    [TestCase(".5", "0.5")]
    [TestCase("-.5", "'-.5'")]
    [TestCase("5.", "5.0")]
    [TestCase(".inf", "inf")]
    [TestCase("-.INF", "-inf")]
    [TestCase(".nan", "nan")]
    [TestCase("1:30.5", "90.5")]
    [TestCase("2026-01-02", "'2026-01-02'")]
    [TestCase("2026-1-2", "'2026-1-2'")]
    [TestCase("2026-01-02 03:04:05", "'2026-01-02T03:04:05'")]
    [TestCase("2026-01-02T03:04:05.5Z", "'2026-01-02T03:04:05.500000+00:00'")]
    [TestCase("1.2.3", "'1.2.3'")]
    [TestCase("12345678901234567890", "12345678901234567890")]
    [TestCase("-x", "'-x'")]
    [TestCase("'12'", "'12'")]
    [TestCase("\"a\\tb\"", "'a\\tb'")]
    [TestCase("!!str 12", "'12'")]
    public void A_scalar_has_its_yaml_1_1_type(string yaml, string repr)
    {
        Checked<YamlNode> read = YamlReader.Read(new SourceText("a.yml", $"k: {yaml}\n"));

        DictValue dict = (DictValue)YamlValues.ToValue(read.Value!);
        Assert.That(dict.Entries.Single().Value.Repr(), Is.EqualTo(repr));
    }
}
