using System.Collections.Immutable;

namespace Deck.Models.Cli.Packages;

/// <summary>The branches and tags of a repository, from `git ls-remote`.</summary>
internal sealed class GitReferences
{
    private const string Tags = "refs/tags/";
    private const string Branches = "refs/heads/";

    private readonly ImmutableHashSet<string> references;

    private GitReferences(ImmutableHashSet<string> references) => this.references = references;

    /// <summary>Names of branches and tags.</summary>
    public IEnumerable<string> Names => references.Select(r => r.StartsWith(Tags, StringComparison.Ordinal) ? r[Tags.Length..] : r.StartsWith(Branches, StringComparison.Ordinal) ? r[Branches.Length..] : "")
        .Where(name => name.Length > 0)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    public static GitReferences Parse(string output) => new(
    [
        .. output.Split('\n').Select(line => line.Split('\t')).Where(parts => parts.Length == 2).Select(parts => parts[1].Trim()).Where(name => !name.EndsWith("^{}", StringComparison.Ordinal)),
    ]);

    public static bool IsCommit(string revision) => revision.Length == 40 && revision.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));

    /// <summary>What to ask the repository for, or null where it has no such revision. As in dbt, a tag wins over a branch of its name.</summary>
    public string? Resolve(string revision) => revision == "HEAD" || IsCommit(revision)
        ? revision
        : new[] { Tags + revision, Branches + revision }.FirstOrDefault(references.Contains);
}
