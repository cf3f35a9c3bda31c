using System.Diagnostics;

namespace Deck.Models.Cli.Tests.Packages;

/// <summary>A git repository in a folder of its own.</summary>
internal sealed class TestRepository : IDisposable
{
    public TestRepository() => Git("init", "--quiet", "--initial-branch=main", ".");

    public string Folder { get; } = Directory.CreateTempSubdirectory("deckmodel-git-").FullName;

    /// <summary>Writes a file and commits it; returns the commit.</summary>
    public string Commit(string path, string content)
    {
        string full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content);
        Git("add", ".");
        Git("-c", "user.name=t", "-c", "user.email=t@t", "commit", "--quiet", "-m", path);
        return Git("rev-parse", "HEAD").Trim();
    }

    public string Git(params string[] arguments)
    {
        ProcessStartInfo start = new("git", arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true };
        start.Environment["HOME"] = Folder;
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, $"git {string.Join(' ', arguments)}");
        return output;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
