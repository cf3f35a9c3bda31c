using System.Reflection;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Architecture.Tests;

/// <summary>Every code of a diagnostic is one mistake's own, and the documentation lists it.</summary>
[TestFixture]
internal sealed class DiagnosticCodeTests
{
    private static readonly string[] Assemblies = ["Deck.Models.Text", "Deck.Models.Templating", "Deck.Models.Engine", "Deck.Models.Postgres", "deckmodel"];

    [Test]
    public void Codes_are_unique()
    {
        var twice = Codes().GroupBy(c => c.Code.Number).Where(g => g.Count() > 1).Select(g => $"{g.First().Code}: {string.Join(", ", g.Select(c => c.Owner))}");
        Violations.ExpectNone(twice);
    }

    [Test]
    public void Codes_are_documented()
    {
        string page = File.ReadAllText(Path.Combine(SourceTree.Root, "docs/diagnostics.md"));
        var missing = Codes().Where(c => !page.Contains($"| {c.Code} | {c.Code.Title} |", StringComparison.Ordinal)).Select(c => $"| {c.Code} | {c.Code.Title} |");
        Violations.ExpectNone(missing);
    }

    [Test]
    public void There_are_codes_to_check() => Assert.That(Codes().Count(), Is.GreaterThan(20));

    private static IEnumerable<(DiagnosticCode Code, string Owner)> Codes() =>
        from assembly in Assemblies.Select(Assembly.Load)
        from type in assembly.GetTypes()
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        where field.FieldType == typeof(DiagnosticCode) && !field.Name.Contains('<', StringComparison.Ordinal)
        let code = (DiagnosticCode?)field.GetValue(null)
        where code is not null
        select (code, $"{type.Name}.{field.Name}");
}
