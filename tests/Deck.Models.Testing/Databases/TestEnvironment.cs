using System.Collections;
using System.Collections.Immutable;

namespace Deck.Models.Testing.Databases;

/// <summary>What tests take from the machine they run on.</summary>
internal static class TestEnvironment
{
    public static ImmutableDictionary<string, string> Variables { get; } =
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToImmutableDictionary(e => (string)e.Key, e => (string?)e.Value ?? "");

    /// <summary>In the checkout, so that checkouts do not share a server and its data outlives a run.</summary>
    public static string ServerFolder => Path.Combine(CheckoutFolder(), ".deckmodel", "tests");

    private static string CheckoutFolder()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Deck.Models.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? Path.GetTempPath();
    }
}
