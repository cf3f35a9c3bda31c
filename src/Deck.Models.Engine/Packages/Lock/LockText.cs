namespace Deck.Models.Engine.Packages.Lock;

/// <summary>The text of a package-lock.yml.</summary>
public sealed record LockText(string Content);
