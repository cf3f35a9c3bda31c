namespace Deck.Models.Engine.Reporting.Artifacts;

/// <summary>What every artifact tells about the invocation that wrote it.</summary>
/// <param name="GeneratedAt">When the artifact is written.</param>
/// <param name="DbtVersion">The version of dbt whose behaviour and schemas are matched: tools that read artifacts look at it.</param>
public sealed record ArtifactContext(InvocationSettings Settings, DateTimeOffset GeneratedAt, string DbtVersion);
