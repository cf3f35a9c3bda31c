using Microsoft.CodeAnalysis.CSharp;

namespace Deck.Models.Architecture.Tests;

/// <summary>The repository's C# files, parsed once.</summary>
internal static class SourceTree
{
    private static readonly Lazy<IReadOnlyList<SourceFile>> Parsed = new(() => [.. Find("src").AsParallel().AsOrdered().Select(Parse)]);

    /// <summary>The repository's folder: the nearest above the test assembly that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>All C# files of src/.</summary>
    public static IReadOnlyList<SourceFile> Product => Parsed.Value;

    public static IEnumerable<string> ProjectFiles(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Find(string folder) => Directory
        .EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
        .Where(path => !path.Contains("/obj/") && !path.Contains("/bin/"))
        .Order(StringComparer.Ordinal);

    private static SourceFile Parse(string path)
    {
        string text = File.ReadAllText(Path.Combine(Root, path));
        return new SourceFile(path, text, CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot());
    }

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Deck.Models.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("Deck.Models.sln was not found above the test assembly");
    }
}
