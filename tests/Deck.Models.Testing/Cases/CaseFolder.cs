using System.Runtime.CompilerServices;
using Deck.Models.Testing.Files;
using NUnit.Framework;

namespace Deck.Models.Testing.Cases;

/// <summary>A test as a folder: the files of a project beside the output that is expected of it.</summary>
/// <remarks>A folder is a case when it holds `project.yml`, `dbt_project.yml` or a file `expected.…`; folders above only group cases.</remarks>
public sealed class CaseFolder
{
    private static readonly string[] Marks = ["project.yml", "dbt_project.yml", "expected.*"];

    private CaseFolder(string path, string name)
    {
        FolderPath = path;
        Name = name;
    }

    public string FolderPath { get; }

    /// <summary>Path below `Cases`, with forward slashes: the test's name.</summary>
    public string Name { get; }

    public FolderProjectFiles Files => new(FolderPath);

    /// <summary>All cases of the folder `Cases` (or <paramref name="folder"/>) beside the calling file, as sources of NUnit tests.</summary>
    public static IEnumerable<TestCaseData<CaseFolder>> Beside(string folder = "Cases", [CallerFilePath] string caller = "")
    {
        string root = Path.Combine(Path.GetDirectoryName(caller)!, folder);
        return Find(root).Order(StringComparer.Ordinal).Select(path => ToTestCase(root, path));
    }

    /// <summary>The text of a file of the case, or null where there is none.</summary>
    public string? Read(string fileName)
    {
        string path = Path.Combine(FolderPath, fileName);
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }

    /// <summary>Compares an output with the file that holds what is expected; a mismatch fails and prints the difference.</summary>
    public void Check(string expectedFile, string actual) => Baseline.Check(Path.Combine(FolderPath, expectedFile), actual);

    public override string ToString() => Name;

    private static IEnumerable<string> Find(string folder) => Marks.Any(mark => Directory.EnumerateFiles(folder, mark).Any())
        ? [folder]
        : Directory.EnumerateDirectories(folder).SelectMany(Find);

    private static TestCaseData<CaseFolder> ToTestCase(string root, string path)
    {
        CaseFolder found = new(path, Path.GetRelativePath(root, path).Replace('\\', '/'));
        TestCaseData<CaseFolder> test = new(found);
        test.SetArgDisplayNames(found.Name);
        return test;
    }
}
