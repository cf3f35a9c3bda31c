using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Deck.Models.Architecture.Tests;

/// <summary>One C# file with its syntax tree.</summary>
/// <param name="Path">From the repository's folder, with forward slashes.</param>
internal sealed record SourceFile(string Path, string Text, CompilationUnitSyntax Tree)
{
    /// <summary>The mark with which a plain table says why it may be longer than the rule.</summary>
    public const string TableMark = "// Plain table:";

    public int LineCount => Text.AsSpan().TrimEnd().Count('\n') + 1;

    /// <summary>Nodes of a kind, at any depth.</summary>
    public IEnumerable<T> All<T>()
        where T : SyntaxNode => Tree.DescendantNodes().OfType<T>();

    /// <summary>`path:line` of a node, for messages.</summary>
    public string PlaceOf(SyntaxNode node) => $"{Path}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";
}
