using Deck.Models.Engine.Reporting.Artifacts;
using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Selection;
using Deck.Models.Engine.Selection.State;
using Deck.Models.Engine.Tests.Resolution;
using Deck.Models.Testing.Files;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Selection;

/// <summary>What is told of a contract that an earlier manifest enforced, after a change to its model.</summary>
public sealed class ContractBreakTests
{
    private const string Columns = """
            columns:
              - {name: id, data_type: int, constraints: [{type: not_null}, {type: check, name: positive, expression: "id > 0"}]}
              - {name: name, data_type: text}
        """;

    private const string Contract = "    config: {materialized: table, contract: {enforced: true}}\n";

    private const string Keys = "    constraints: [{type: primary_key, columns: [id]}, {type: unique, name: both, columns: [id, name]}]\n";

    private const string Before = "models:\n  - name: a\n" + Contract + Keys + Columns;

    private const string Versions = "    latest_version: 1\n    versions: [{v: 1}]\n";

    private static readonly DateTimeOffset Today = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [TestCase("- {name: name, data_type: text}", "", "columns removed: name")]
    [TestCase("data_type: int", "data_type: bigint", "data types changed: id (int -> bigint)")]
    [TestCase("data_type: int,", "", "data types changed: id (int -> none)")]
    [TestCase("{type: not_null}, ", "", "constraints of columns removed: not_null of id")]
    [TestCase("id > 0", "id > 1", "constraints of columns removed: positive of id")]
    [TestCase("{type: primary_key, columns: [id]}, ", "", "constraints of the model removed: primary_key of (id)")]
    [TestCase("columns: [id, name]", "columns: [name]", "constraints of the model removed: both of (id, name)")]
    [TestCase("materialized: table", "materialized: view", "materialization without constraints: table -> view")]
    [TestCase("enforced: true", "enforced: false", "no longer enforced: its contract")]
    public void What_was_promised_and_is_gone_is_told(string old, string changed, string detail)
    {
        Diagnostic told = Told(Before, Before.Replace(old, changed, StringComparison.Ordinal)).Single();

        Assert.That(told.Details, Is.EqualTo((string[])[detail]));
        Assert.That($"{told.Severity} {told.Code} {told.Message}", Is.EqualTo("Warning DECK0510 the model `a` no longer keeps its contract, which breaks what is built on it"));
        Assert.That(told.Code.WarningName, Is.EqualTo("UnversionedBreakingChange"));
    }

    [TestCase("data_type: text", "data_type: TEXT(10)")]
    [TestCase("materialized: table", "materialized: incremental")]
    [TestCase("- {name: name, data_type: text}", "- {name: name, data_type: text}\n      - {name: more, data_type: text}")]
    [TestCase("{type: not_null}", "{type: not_null}, {type: unique}")]
    [TestCase("{name: name, data_type: text}", "{name: name, data_type: text, description: of someone}")]
    public void What_adds_to_a_contract_breaks_nothing(string old, string changed) =>
        Assert.That(Told(Before, Before.Replace(old, changed, StringComparison.Ordinal)), Is.Empty);

    [Test]
    public void A_contract_that_was_not_enforced_cannot_be_broken() =>
        Assert.That(Told(Before.Replace("enforced: true", "enforced: false", StringComparison.Ordinal), Before.Replace("data_type: int", "data_type: text", StringComparison.Ordinal)), Is.Empty);

    [TestCase("enforced: true", "enforced: false", "DECK0511 the model `a` in version 1 no longer keeps its contract, which breaks what is built on it")]
    [TestCase("- {name: name, data_type: text}", "", "DECK0511 the model `a` in version 1 no longer keeps its contract, which breaks what is built on it")]
    public void A_version_that_breaks_its_contract_is_a_mistake(string old, string changed, string message)
    {
        string before = Before + "\n" + Versions;

        Diagnostic told = Told(before, before.Replace(old, changed, StringComparison.Ordinal)).Single();

        Assert.That($"{told.Code} {told.Message}", Is.EqualTo(message));
        Assert.That(told.Severity, Is.EqualTo(Severity.Error));
    }

    [TestCase("", "DECK0510 the model `a` has a contract and is gone or has another name, which breaks what is built on it")]
    [TestCase(Versions, "DECK0511 the model `a` in version 1 has a contract and is gone or has another name, which breaks what is built on it")]
    [TestCase("    deprecation_date: 2026-02-01\n", "DECK0510 the model `a` has a contract and is gone or has another name, which breaks what is built on it")]
    [TestCase("    deprecation_date: 2025-12-01\n", null)]
    public void A_model_that_is_gone_breaks_its_contract_before_its_deprecation_date(string properties, string? message)
    {
        IEnumerable<Diagnostic> told = Find("state:modified.contract", Resolve(("models/b.sql", "select 1")), Resolve(Model, ("models/schema.yml", Before + "\n" + properties)));

        Assert.That(told.Select(d => $"{d.Code} {d.Message}"), Is.EqualTo(message is null ? (string[])[] : [message]));
    }

    [Test]
    public void A_model_that_is_disabled_breaks_the_contract_that_it_still_has()
    {
        IEnumerable<Diagnostic> told = Told(Before, Before.Replace("materialized: table,", "materialized: table, enabled: false,", StringComparison.Ordinal));

        Assert.That(told.Select(d => $"{d.Location} {d.Message}"), Is.EqualTo((string[])["models/a.sql:1:1 the model `a` has a contract and is disabled, which breaks what is built on it"]));
    }

    [TestCase("state:modified", 1)]
    [TestCase("state:unmodified", 1)]
    [TestCase("state:modified state:modified.contract", 1)]
    [TestCase("state:modified.body", 0)]
    [TestCase("state:new", 0)]
    public void It_is_told_once_where_contracts_are_compared(string criterion, int times) => Assert.That(
        Find(criterion, Resolve(Model, ("models/schema.yml", Before.Replace("data_type: int", "data_type: text", StringComparison.Ordinal))), Resolve(Model, ("models/schema.yml", Before)))
            .Count(d => d.Code == SelectionCodes.BrokenContract),
        Is.EqualTo(times));

    private static (string, string) Model => ("models/a.sql", "select 1 as id, 'x' as name");

    private static IEnumerable<Diagnostic> Told(string before, string now) =>
        Find("state:modified", Resolve(Model, ("models/schema.yml", now)), Resolve(Model, ("models/schema.yml", before)));

    private static IEnumerable<Diagnostic> Find(string criterion, Manifest now, Manifest before)
    {
        SelectionSpec spec = SelectionParser.Parse(new SelectionArguments { Select = [criterion] }).Value!;
        return Selector.Select(now, spec, StateOf(before)).Diagnostics.Where(d => d.Code != SelectionCodes.MatchesNothing);
    }

    private static Manifest Resolve(params (string Path, string Content)[] files) =>
        SmallProject.Resolve(SmallProject.Files(files), SmallProject.Settings() with { StartedAt = Today }).Value!;

    private static PreviousState StateOf(Manifest manifest)
    {
        using MemoryStream stream = new();
        ManifestArtifact.Write(stream, manifest, new ArtifactContext(manifest.Project.Settings, Today, "1.11.2"), new Dictionary<NodeId, CompiledText>());
        return PreviousState.Read(new InMemoryProjectFiles().With("manifest.json", System.Text.Encoding.UTF8.GetString(stream.ToArray())), new InMemoryProjectFiles(), "last").Value!;
    }
}
