namespace Deck.Models.Cli.Packages;

/// <summary>The places that packages come from.</summary>
/// <param name="Resolve">Makes a path absolute that starts from the root project's folder or the user's home.</param>
internal sealed record PackageOrigins(HubClient Hub, TarballFetcher Tarballs, GitFetcher Git, Func<string, string> Resolve);
