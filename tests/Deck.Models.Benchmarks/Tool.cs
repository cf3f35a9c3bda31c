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

        for (string? folder = Environment.CurrentDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            string built = Path.Combine(folder, ".deckmodel", "tool", "deckmodel");
            if (File.Exists(built))
            {
                return built;
            }
        }

        throw new FileNotFoundException("there is no .deckmodel/tool/deckmodel here or above: run ./deckmodel --version once, or set DECKMODEL");
    }
}
