namespace Deck.Models.Engine.Caching.Inputs;

/// <summary>One question to a project's files, with a digest of the answer.</summary>
/// <param name="Stamp">The file's, where it is worth trusting; else the content is compared.</param>
/// <param name="Digest">Empty where there is no such file.</param>
internal sealed record Input(InputKind Kind, string Path, FileStamp? Stamp, byte[] Digest)
{
    /// <summary>Tells the question from others.</summary>
    public string Key => KeyOf(Kind, Path);

    public static string KeyOf(InputKind kind, string path) => $"{(int)kind} {path}";
}
