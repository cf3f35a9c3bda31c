using Deck.Models.Engine.Caching.Reads;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Resolution;

/// <summary>What is told of models that have a deprecation date, by the date of the invocation.</summary>
public sealed class DeprecationTests
{
    private static readonly (string, string)[] Models =
    [
        ("models/a.sql", "select 1 as id"), ("models/b_v1.sql", "select 1 as id"), ("models/b_v2.sql", "select 1 as id"),
        ("models/c.sql", "select * from {{ ref('a') }}, {{ ref('b', v=1) }}, {{ ref('b') }}"),
        ("models/schema.yml", """
            models:
              - {name: a, deprecation_date: 2026-06-01, columns: [{name: id, data_tests: [not_null]}]}
              - {name: b, deprecation_date: 2020-01-01, versions: [{v: 1, deprecation_date: 2026-07-01}, {v: 2}]}
            """),
    ];

    [Test]
    public void Before_the_date_those_who_refer_to_the_model_are_told() => Assert.That(Told(2026, 1), Is.EqualTo((string[])
    [
        "UpcomingReferenceDeprecation models/c.sql `c` refers to the model `a`, which will be deprecated on 2026-06-01",
        "UpcomingReferenceDeprecation models/c.sql `c` refers to the model `b` in version 1, which will be deprecated on 2026-07-01, there is a newer version: ref('shop', 'b', v=2)",
    ]));

    [Test]
    public void After_the_date_the_model_is_told_too() => Assert.That(Told(2026, 12), Is.EqualTo((string[])
    [
        "DeprecatedModel models/a.sql the model `a` is past its deprecation date, 2026-06-01, disable or delete it",
        "DeprecatedModel models/b_v1.sql the model `b` in version 1 is past its deprecation date, 2026-07-01, disable or delete it",
        "DeprecatedReference models/c.sql `c` refers to the model `a`, which was deprecated on 2026-06-01",
        "DeprecatedReference models/c.sql `c` refers to the model `b` in version 1, which was deprecated on 2026-07-01, there is a newer version: ref('shop', 'b', v=2)",
    ]));

    [TestCase(1, true)]
    [TestCase(12, false)]
    public void What_is_kept_of_the_project_does_not_outlive_a_date(int month, bool isVolatile)
    {
        SessionReads reads = new();
        InvocationSettings settings = SmallProject.Settings() with { StartedAt = new DateTimeOffset(2026, month, 1, 0, 0, 0, TimeSpan.Zero) };

        ManifestBuilder.Build(ProjectLoader.Load(SmallProject.Files(Models), settings).Value!, reads);

        Assert.That(reads.Others.IsVolatile, Is.EqualTo(isVolatile));
    }

    private static IEnumerable<string> Told(int year, int month) => SmallProject
        .Resolve(SmallProject.Files(Models), SmallProject.Settings() with { StartedAt = new DateTimeOffset(year, month, 1, 0, 0, 0, TimeSpan.Zero) })
        .Diagnostics
        .Select(d => string.Join(", ", [$"{d.Code.WarningName} {d.Location?.InFile.Text.Path} {d.Message}", .. d.Hints]))
        .Order(StringComparer.Ordinal);
}
