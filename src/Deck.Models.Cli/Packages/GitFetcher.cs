using Deck.Models.Cli.Files;
using Deck.Models.Engine.Packages;
using Deck.Models.Engine.Packages.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Cli.Packages;

/// <summary>Brings packages out of git repositories: one revision, without history; the repository's own folder is left out.</summary>
internal sealed class GitFetcher(GitProgram git, StagingFolder staging, SecretMask mask)
{
    private const int MostNamesShown = 8;

    public async Task<Checked<FetchedPackage>> FetchAsync(GitPin pin, CancellationToken cancellation)
    {
        // After `--` an address is an address, whatever it begins with.
        GitRun listed = await git.RunAsync(cancellation, "ls-remote", "--", pin.Url);
        if (!listed.Succeeded)
        {
            return Check.Failed<FetchedPackage>(Explain(pin, listed, "be read"));
        }

        GitReferences references = GitReferences.Parse(listed.Output);
        if (references.Resolve(pin.Revision) is not { } reference)
        {
            return Check.Failed<FetchedPackage>(Unknown(pin, references));
        }

        string folder = staging.NewPath();
        GitRun fetched = await FetchAsync(pin.Url, reference, folder, cancellation);
        GitRun commit = fetched.Succeeded ? await git.RunAsync(cancellation, "-C", folder, "rev-parse", "--verify", "HEAD^{commit}") : fetched;
        if (!commit.Succeeded)
        {
            return Check.Failed<FetchedPackage>(GitReferences.IsCommit(pin.Revision) ? Unknown(pin, references) : Explain(pin, commit, "be fetched"));
        }

        StagingFolder.DeleteTree(Path.Combine(folder, ".git"));
        string project = pin.Subdirectory is null ? folder : Path.Combine(folder, pin.Subdirectory);
        return Directory.Exists(project)
            ? Check.Ok(new FetchedPackage(new DiskProjectFiles(project), project, commit.Output.Trim()))
            : Check.Failed<FetchedPackage>(NoFolder(pin, folder));
    }

    /// <summary>One commit; the whole repository where a server gives no part of itself, or no commit that is not the tip of a branch.</summary>
    private async Task<GitRun> FetchAsync(string url, string reference, string folder, CancellationToken cancellation)
    {
        GitRun made = await git.RunAsync(cancellation, "init", "--quiet", "--template=", folder);
        if (!made.Succeeded)
        {
            return made;
        }

        GitRun one = await git.RunAsync(cancellation, "-C", folder, "fetch", "--quiet", "--depth", "1", "--no-tags", "--", url, reference);
        if (one.Succeeded)
        {
            return await git.RunAsync(cancellation, "-C", folder, "checkout", "--quiet", "--force", "FETCH_HEAD");
        }

        GitRun all = await git.RunAsync(cancellation, "-C", folder, "fetch", "--quiet", "--", url, "+refs/heads/*:refs/remotes/origin/*", "+refs/tags/*:refs/tags/*", "HEAD");
        string target = reference.StartsWith("refs/heads/", StringComparison.Ordinal) ? "refs/remotes/origin/" + reference["refs/heads/".Length..] : reference == GitPin.Head ? "FETCH_HEAD" : reference;
        return all.Succeeded ? await git.RunAsync(cancellation, "-C", folder, "checkout", "--quiet", "--force", "--detach", target) : all;
    }

    private Diagnostic Explain(GitPin pin, GitRun run, string what)
    {
        if (run.ExitCode == GitRun.Missing)
        {
            return Diagnostic.Error(PackageCodes.GitMissing, $"`{pin.ShownName}` comes from a git repository, but git is not installed")
                .WithHint("install it: `apt-get install git`, `dnf install git`, `brew install git`, or from https://git-scm.com");
        }

        string words = mask.Hide(string.Join("; ", run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).TakeLast(4)).Replace(pin.Url, pin.ShownName, StringComparison.Ordinal));
        string reason = run.ExitCode == GitRun.TimedOut ? "git took too long and was ended" : $"git says: {words}";
        return Diagnostic.Error(PackageCodes.GitFailed, $"the repository of `{pin.ShownName}` cannot {what}: {reason}")
            .WithHint("check the address, and that `git ls-remote` may read it here: git asks for no password while deckmodel runs it");
    }

    private static Diagnostic Unknown(GitPin pin, GitReferences references)
    {
        string[] names = [.. references.Names];
        Diagnostic unknown = Diagnostic.Error(PackageCodes.UnknownRevision, $"the repository of `{pin.ShownName}` has no revision `{pin.Revision}`");
        bool isShort = pin.Revision.Length is >= 7 and < 40 && pin.Revision.All(char.IsAsciiHexDigitLower);
        string shown = string.Join(", ", names.Take(MostNamesShown).Select(name => $"`{name}`"));
        string more = names.Length > MostNamesShown ? $", and {names.Length - MostNamesShown} more" : "";
        return unknown.WithHint(isShort ? "a commit is given with all its 40 digits"
            : Spelling.DidYouMean(pin.Revision, names) ?? (names.Length == 0 ? "it has neither branches nor tags" : $"it has {shown}{more}"));
    }

    private static Diagnostic NoFolder(GitPin pin, string folder)
    {
        string[] folders = [.. Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))];
        return Diagnostic.Error(PackageCodes.NotAProject, $"the repository of `{pin.ShownName}` has no folder `{pin.Subdirectory}` at {pin.ShownVersion}")
            .WithHint(Spelling.DidYouMean(pin.Subdirectory ?? "", folders));
    }
}
