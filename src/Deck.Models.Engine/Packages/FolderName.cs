namespace Deck.Models.Engine.Packages;

/// <summary>Names that become folders of the packages folder.</summary>
internal static class FolderName
{
    /// <summary>True for one plain name: no path, nothing hidden, nothing that deckmodel or dbt keeps for itself.</summary>
    public static bool IsSafe(string name) =>
        name.Length is > 0 and <= 200 && name[0] != '.' && !name.StartsWith("__", StringComparison.Ordinal) && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.');
}
