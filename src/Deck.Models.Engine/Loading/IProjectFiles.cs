using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Deck.Models.Engine.Caching;

namespace Deck.Models.Engine.Loading;

/// <summary>The files of one project (port): paths are relative to the project's folder, with forward slashes. Safe for use from several threads.</summary>
public interface IProjectFiles
{
    /// <summary>The project folder as the user should read it.</summary>
    string Root { get; }

    /// <summary>All files under a folder, at any depth, in ordinal order; empty where the folder does not exist.</summary>
    ImmutableArray<string> List(string folder);

    /// <summary>The names of the folders directly in a folder, in ordinal order; empty where the folder does not exist. A link to a folder is one.</summary>
    ImmutableArray<string> ListFolders(string folder);

    /// <summary>The whole content of a file as bytes (decoding and its diagnostics are the loader's work).</summary>
    /// <exception cref="IOException">The file is there and cannot be read.</exception>
    bool TryRead(string path, [NotNullWhen(true)] out byte[]? content);

    /// <summary>A stream over a file too large to hold, such as a seed; the caller disposes it.</summary>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    Stream OpenRead(string path);

    /// <summary>What tells without reading whether a file has changed; null where there is no file, or the system does not tell reliably.</summary>
    FileStamp? StampOf(string path) => null;
}
