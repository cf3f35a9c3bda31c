using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Deck.Models.Cli.Packages;

/// <summary>The branches and tags of a repository, from `git ls-remote`.</summary>
internal sealed class GitReferences
{
    private const string Tags = "refs/tags/";
    private const string Branches = "refs/heads/";
    private const int MostDigits = 12;

    private readonly ImmutableHashSet<string> references;

    private GitReferences(ImmutableHashSet<string> references) => this.references = references;

    /// <summary>Names of tags, those of the newest versions first, then names of branches.</summary>
    public IEnumerable<string> Names => Below(Tags).OrderByDescending(InOrder, StringComparer.Ordinal).Concat(Below(Branches).Order(StringComparer.Ordinal)).Distinct(StringComparer.Ordinal);

    public static GitReferences Parse(string output) => new(
    [
        .. output.Split('\n').Select(line => line.Split('\t')).Where(parts => parts.Length == 2).Select(parts => parts[1].Trim()).Where(name => !name.EndsWith("^{}", StringComparison.Ordinal)),
    ]);

    public static bool IsCommit(string revision) => revision.Length == 40 && revision.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));

    /// <summary>What to ask the repository for, or null where it has no such revision. As in dbt, a tag wins over a branch of its name.</summary>
    public string? Resolve(string revision) => revision == "HEAD" || IsCommit(revision)
        ? revision
        : new[] { Tags + revision, Branches + revision }.FirstOrDefault(references.Contains);

    /// <summary>`v1.10.0` comes after `v1.9.0`.</summary>
    private static string InOrder(string tag) => Regex.Replace(tag, "[0-9]+", number => number.Value.PadLeft(MostDigits, '0'));

    private IEnumerable<string> Below(string prefix) => references.Where(r => r.StartsWith(prefix, StringComparison.Ordinal)).Select(r => r[prefix.Length..]);
}
