namespace Deck.Models.Engine.Loading.Resources;

/// <summary>A `.dbtignore`: the files of a package that do not exist for us, in git's notation.</summary>
internal sealed class IgnoreFile
{
    private readonly List<IgnorePattern> patterns = [];

    public IgnoreFile(string text)
    {
        foreach (string line in text.Split('\n'))
        {
            if (IgnorePattern.TryParse(line.TrimEnd('\r'), out IgnorePattern? pattern))
            {
                patterns.Add(pattern);
            }
        }
    }

    /// <summary>True where the last pattern that fits the file, or a folder above it, is none with `!`.</summary>
    /// <param name="path">From the package's folder.</param>
    public bool Covers(string path) => patterns.FindLast(p => p.Fits(path)) is { IsNegated: false };
}
