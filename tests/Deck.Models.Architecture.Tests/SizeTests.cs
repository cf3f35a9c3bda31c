using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NUnit.Framework;

namespace Deck.Models.Architecture.Tests;

/// <summary>Files, methods and parameter lists stay small; a plain table may be longer when it says why.</summary>
[TestFixture]
internal sealed class SizeTests
{
    private const int LongestFile = 300;
    private const int LongestMethod = 30;
    private const int MostParameters = 4;

    [Test]
    public void Files_are_under_300_lines()
    {
        var long_ =
            from file in SourceTree.Product
            where file.LineCount >= LongestFile && !file.Text.Contains(SourceFile.TableMark, StringComparison.Ordinal)
            select $"{file.Path}: {file.LineCount} lines";
        Violations.ExpectNone(long_);
    }

    [Test]
    public void Methods_are_under_30_lines()
    {
        var long_ =
            from file in SourceTree.Product
            from method in file.All<BaseMethodDeclarationSyntax>()
            let lines = Lines(method)
            where lines >= LongestMethod && !SaysItIsATable(method)
            select $"{file.PlaceOf(method)}: {lines} lines";
        Violations.ExpectNone(long_);
    }

    [Test]
    public void Methods_take_four_parameters_at_most()
    {
        var wide =
            from file in SourceTree.Product
            from list in file.All<ParameterListSyntax>()
            where list.Parent is BaseMethodDeclarationSyntax or ClassDeclarationSyntax or LocalFunctionStatementSyntax
            where list.Parameters.Count > MostParameters
            select $"{file.PlaceOf(list)}: {list.Parameters.Count} parameters";
        Violations.ExpectNone(wide);
    }

    /// <summary>Lines between the braces (or after the arrow), both ends included, without the signature.</summary>
    private static int Lines(BaseMethodDeclarationSyntax method)
    {
        SyntaxNode? body = (SyntaxNode?)method.Body ?? method.ExpressionBody;
        if (body is null)
        {
            return 0;
        }

        FileLinePositionSpan span = body.GetLocation().GetLineSpan();
        int lines = span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
        return method.Body is null ? lines : lines - 2;
    }

    private static bool SaysItIsATable(BaseMethodDeclarationSyntax method) =>
        method.ToFullString().Contains(SourceFile.TableMark, StringComparison.Ordinal);
}
