namespace Deck.Models.Engine.Packages.Requests;

/// <summary>A package in a git repository: `git:`, or `private:` for a repository of a known provider.</summary>
public sealed class GitRequest : PackageRequest
{
    private const string Suffix = ".git";

    /// <summary>The repository's address, secrets in it.</summary>
    public required string Url { get; init; }

    /// <summary>The address (for `private:`, the name) as it is written, templates not rendered: what may be shown and locked.</summary>
    public required string Written { get; init; }

    public string? Revision { get; init; }

    public string? Subdirectory { get; init; }

    public bool WarnsUnpinned { get; init; } = true;

    public bool IsPrivate { get; init; }

    public string? Provider { get; init; }

    public override string Name => Below(Url);

    public override string ShownName => SecretMask.HideUser(Below(Written));

    public override string Wanted => Revision is null ? "the default branch" : $"revision `{Revision}`";

    public override string Kind => "git";

    /// <summary>With and without `.git` it is the same repository.</summary>
    public override IEnumerable<string> AllNames => [Name, Below(Url.EndsWith(Suffix, StringComparison.Ordinal) ? Url[..^Suffix.Length] : Url + Suffix)];

    private string Below(string address) => Subdirectory is null ? address : $"{address}/{Subdirectory}";
}
