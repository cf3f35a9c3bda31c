namespace Deck.Models.Engine.Caching.Inputs;

/// <summary>What was asked of a project's files.</summary>
internal enum InputKind
{
    /// <summary>The content of a file, or whether there is one.</summary>
    File,

    /// <summary>The content of a seed as far as its checksum goes.</summary>
    Seed,

    /// <summary>The names of all files below a folder.</summary>
    Files,

    /// <summary>The names of the folders in a folder.</summary>
    Folders,
}
