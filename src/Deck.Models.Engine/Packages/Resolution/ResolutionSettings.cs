namespace Deck.Models.Engine.Packages.Resolution;

/// <summary>What resolving needs to know besides the requests.</summary>
/// <param name="RootProject">The root project's name, which no package may have.</param>
/// <param name="ChecksVersions">Whether versions of the hub that want another dbt are left out.</param>
public sealed record ResolutionSettings(InvocationSettings Invocation, string RootProject, bool ChecksVersions);
