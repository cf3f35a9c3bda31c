using System.Collections.Immutable;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Resolution;

/// <summary>Which parts of the config trees of a project file are told to apply to nothing.</summary>
public sealed class UnusedConfigTests
{
    private static readonly (string, string)[] Files =
    [
        ("models/gold/a.sql", "select 1 as id"), ("models/off/b.sql", "{{ config(enabled=false) }}select 1 as id"), ("models/v_v1.sql", "select 1 as id"),
        ("models/schema.yml", "models: [{name: a, columns: [{name: id, data_tests: [not_null]}]}, {name: v, versions: [{v: 1}]}]\nsources: [{name: s, tables: [{name: t}]}]"),
    ];

    [TestCase("models: {+materialized: view, shop: {+materialized: view, gold: {+tags: [x], a: {+tags: [y]}}}}")]
    [TestCase("models: {shop: {v: {v1: {+tags: [x]}, +tags: [y]}}}")]
    [TestCase("models: {shop: {off: {+tags: [x]}}}")]
    [TestCase("models: {shop: {nowhere: {}}}")]
    [TestCase("sources: {shop: {s: {t: {+enabled: true}}}}\ndata_tests: {shop: {+severity: warn}}")]
    [TestCase("seeds: {shop: {off: {+quote_columns: true}}}")]
    public void What_leads_to_a_resource_or_a_disabled_one_is_used(string trees) => Assert.That(Told(trees), Is.Empty);

    [TestCase("models: {shop: {silver: {+tags: [x]}}}", "there is no model below `shop.silver` to which these configs apply")]
    [TestCase("models: {nobody: {+tags: [x]}}", "there is no model below `nobody` to which these configs apply")]
    [TestCase("models: {shop: {gold: {meta: {x: 1}}}}", "there is no model below `shop.gold.meta` to which these configs apply")]
    [TestCase("exposures: {+enabled: true, shop: {deep: {+enabled: true}}}", "there is no exposure below `shop.deep` to which these configs apply")]
    [TestCase("snapshots: {shop: {x: {y: {+strategy: check}}}}", "there is no snapshot below `shop.x.y` to which these configs apply")]
    public void What_leads_nowhere_is_told(string trees, string message)
    {
        Diagnostic told = Told(trees).Single();

        Assert.That(told.Message, Is.EqualTo(message));
        Assert.That($"{told.Severity} {told.Code.WarningName} {told.Location?.InFile.Text.Path}", Is.EqualTo("Warning UnusedResourceConfigPath project.yml"));
    }

    private static ImmutableArray<Diagnostic> Told(string trees) =>
        SmallProject.Resolve(SmallProject.Files([.. Files, ("project.yml", $"name: shop\nversion: '1'\nprofile: shop\n{trees}\n")])).Diagnostics;
}
