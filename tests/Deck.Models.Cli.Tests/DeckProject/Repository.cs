using System.Text.RegularExpressions;

namespace Deck.Models.Cli.Tests.DeckProject;

/// <summary>The checkout that the tests run in: the DECK project is its root.</summary>
internal static class Repository
{
    public static string Folder { get; } = Find();

    /// <summary>The SQL that a page of the repository shows, with the page as the case's name.</summary>
    public static IEnumerable<TestCaseData> QueriesOf(string page)
    {
        MatchCollection blocks = Regex.Matches(File.ReadAllText(Path.Combine(Folder, page)), "^```sql\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline);
        return blocks.Select((block, i) => new TestCaseData(block.Groups[1].Value).SetArgDisplayNames($"{page} {i + 1}"));
    }

    private static string Find()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Deck.Models.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("the tests run outside of the repository");
    }
}
