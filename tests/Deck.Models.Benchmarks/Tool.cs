namespace Deck.Models.Benchmarks;

/// <summary>The executable under measurement.</summary>
internal static class Tool
{
    /// <summary>DECKMODEL, or what the launcher of the repository around the current folder built.</summary>
    public static string Find()
    {
        if (Environment.GetEnvironmentVariable("DECKMODEL") is { Length: > 0 } named)
        {
            return Path.GetFullPath(named);
        }

        string built = Path.Combine(Repository(), ".deckmodel", "tool", "deckmodel");
        return File.Exists(built) ? built : throw new FileNotFoundException("there is no .deckmodel/tool/deckmodel: run ./deckmodel --version once, or set DECKMODEL");
    }

    /// <summary>The folder of the repository that the current folder is in: the one with the DECK project.</summary>
    public static string Repository()
    {
        for (string? folder = Environment.CurrentDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Deck.Models.sln")))
            {
                return folder;
            }
        }

        throw new FileNotFoundException("there is no Deck.Models.sln here or above: start from inside the repository");
    }
}
