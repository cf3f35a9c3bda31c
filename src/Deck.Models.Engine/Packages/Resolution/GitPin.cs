namespace Deck.Models.Engine.Packages.Resolution;

/// <summary>A revision of a git repository.</summary>
public sealed class GitPin : PackagePin
{
    /// <summary>The default branch.</summary>
    public const string Head = "HEAD";

    private static readonly string[] Moving = [Head, "main", "master"];

    /// <summary>The address, secrets in it.</summary>
    public required string Url { get; init; }

    /// <summary>The address or private name as written.</summary>
    public required string Written { get; init; }

    /// <summary>A branch, a tag, a commit of 40 digits, or `HEAD`.</summary>
    public required string Revision { get; init; }

    public string? Subdirectory { get; init; }

    public bool WarnsUnpinned { get; init; }

    public bool IsPrivate { get; init; }

    public string? Provider { get; init; }

    /// <summary>True where tomorrow may bring other files: dbt's three names.</summary>
    public bool IsUnpinned => Moving.Contains(Revision);

    public override string ShownVersion => Revision == Head ? "default branch" : $"revision {Revision}";

    public override string Identity => $"git {Url} {Revision} {Subdirectory}";

    /// <summary>The same package at the commit that the revision means now.</summary>
    public GitPin At(string commit) => new()
    {
        Location = Location,
        ShownName = ShownName,
        Url = Url,
        Written = Written,
        Revision = commit,
        Subdirectory = Subdirectory,
        WarnsUnpinned = WarnsUnpinned,
        IsPrivate = IsPrivate,
        Provider = Provider,
    };
}
