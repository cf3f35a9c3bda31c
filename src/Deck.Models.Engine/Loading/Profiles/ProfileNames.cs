namespace Deck.Models.Engine.Loading.Profiles;

/// <summary>Which output of which profile is meant.</summary>
/// <param name="Threads">`--threads`, or null.</param>
internal sealed record ProfileNames(string Profile, string Target, int? Threads);
