using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution;

/// <summary>A `{% docs %}` block.</summary>
/// <param name="Path">Path below the resource path that its file lies in.</param>
/// <param name="OriginalFilePath">Path of its file from its package's folder.</param>
/// <param name="Contents">The text, a slice of its file.</param>
public sealed record DocBlock(string PackageName, string Name, string Path, string OriginalFilePath, SourceText Contents)
{
    public string UniqueId => $"doc.{PackageName}.{Name}";
}
