using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NUnit.Framework;

namespace Deck.Models.Architecture.Tests;

/// <summary>The rules of style that a syntax tree can tell.</summary>
[TestFixture]
internal sealed class ShapeTests
{
    private static readonly string[] BadSuffixes = ["Manager", "Helper", "Helpers", "Utils", "Util", "Base", "Info", "Data"];

    private static readonly string[] PureProjects = ["src/Deck.Models.Text/", "src/Deck.Models.Templating/", "src/Deck.Models.Engine/"];

    [Test]
    public void A_file_holds_one_public_type()
    {
        var crowded =
            from file in SourceTree.Product
            let types = file.All<BaseTypeDeclarationSyntax>().Where(t => t.Parent is BaseNamespaceDeclarationSyntax && t.Modifiers.Any(SyntaxKind.PublicKeyword)).ToArray()
            where types.Length > 1
            select $"{file.Path}: {string.Join(", ", types.Select(t => t.Identifier.Text))}";
        Violations.ExpectNone(crowded);
    }

    [Test]
    public void Every_type_says_what_it_is_for()
    {
        var silent =
            from file in SourceTree.Product
            from type in file.All<BaseTypeDeclarationSyntax>()
            where !type.GetLeadingTrivia().ToFullString().Contains("<summary>", StringComparison.Ordinal)
            select $"{file.PlaceOf(type)}: {type.Identifier.Text}";
        Violations.ExpectNone(silent);
    }

    [Test]
    public void Types_have_names_that_say_something()
    {
        var vague =
            from file in SourceTree.Product
            from type in file.All<BaseTypeDeclarationSyntax>()
            where BadSuffixes.Any(s => type.Identifier.Text.EndsWith(s, StringComparison.Ordinal))
            select $"{file.PlaceOf(type)}: {type.Identifier.Text}";
        Violations.ExpectNone(vague);
    }

    [Test]
    public void Classes_are_sealed_unless_something_derives_from_them()
    {
        HashSet<string> bases = [.. SourceTree.Product.SelectMany(f => f.All<SimpleBaseTypeSyntax>()).Select(b => BareName(b.Type))];
        bases.UnionWith(SourceTree.Product.SelectMany(f => f.All<PrimaryConstructorBaseTypeSyntax>()).Select(b => BareName(b.Type)));
        var open =
            from file in SourceTree.Product
            from type in file.All<TypeDeclarationSyntax>()
            where type is ClassDeclarationSyntax or RecordDeclarationSyntax { ClassOrStructKeyword.RawKind: not (int)SyntaxKind.StructKeyword }
            where !type.Modifiers.Any(m => m.Kind() is SyntaxKind.SealedKeyword or SyntaxKind.StaticKeyword or SyntaxKind.AbstractKeyword)
            where !bases.Contains(type.Identifier.Text)
            select $"{file.PlaceOf(type)}: {type.Identifier.Text}";
        Violations.ExpectNone(open);
    }

    [Test]
    public void Nothing_is_partial()
    {
        var partial = Places<TypeDeclarationSyntax>(t => t.Modifiers.Any(SyntaxKind.PartialKeyword) && !IsGenerated(t));
        Violations.ExpectNone(partial);
    }

    [Test]
    public void There_are_no_regions()
    {
        Violations.ExpectNone(SourceTree.Product.Where(f => f.Text.Contains("#region", StringComparison.Ordinal)).Select(f => f.Path));
    }

    [Test]
    public void Nullability_is_never_silenced()
    {
        Violations.ExpectNone(Places<PostfixUnaryExpressionSyntax>(e => e.IsKind(SyntaxKind.SuppressNullableWarningExpression)));
    }

    [Test]
    public void Only_Program_catches_every_exception()
    {
        var broad =
            from file in SourceTree.Product
            where !file.Path.EndsWith("/Program.cs", StringComparison.Ordinal)
            from clause in file.All<CatchClauseSyntax>()
            where clause.Declaration is null || clause.Declaration.Type.ToString() is "Exception" or "System.Exception"
            where clause.Filter is null && !clause.Block.Statements.LastOrDefault().IsKind(SyntaxKind.ThrowStatement)
            select file.PlaceOf(clause);
        Violations.ExpectNone(broad);
    }

    [Test]
    public void Properties_have_no_setters()
    {
        Violations.ExpectNone(Places<AccessorDeclarationSyntax>(a => a.IsKind(SyntaxKind.SetAccessorDeclaration) && !a.Modifiers.Any(SyntaxKind.PrivateKeyword) && a.Body is null && a.ExpressionBody is null));
    }

    [Test]
    public void Statics_do_not_change()
    {
        Violations.ExpectNone(Places<FieldDeclarationSyntax>(f => f.Modifiers.Any(SyntaxKind.StaticKeyword) && !f.Modifiers.Any(SyntaxKind.ReadOnlyKeyword)));
    }

    [Test]
    public void No_method_is_async_void()
    {
        Violations.ExpectNone(Places<MethodDeclarationSyntax>(m => m.Modifiers.Any(SyntaxKind.AsyncKeyword) && m.ReturnType.ToString() == "void"));
    }

    [Test]
    public void The_engine_and_below_ban_the_machine()
    {
        foreach (string project in PureProjects)
        {
            string file = Directory.EnumerateFiles(Path.Combine(SourceTree.Root, project), "*.csproj").Single();
            Assert.That(File.ReadAllText(file), Does.Contain("BannedSymbols.txt"), file);
        }
    }

    private static IEnumerable<string> Places<T>(Func<T, bool> matches)
        where T : SyntaxNode =>
        from file in SourceTree.Product
        from node in file.All<T>()
        where matches(node)
        select file.PlaceOf(node);

    /// <summary>The JSON source generator needs `partial` on its context class.</summary>
    private static bool IsGenerated(TypeDeclarationSyntax type) =>
        type.AttributeLists.ToString().Contains("JsonSerializable", StringComparison.Ordinal);

    private static string BareName(TypeSyntax type) => type switch
    {
        GenericNameSyntax generic => generic.Identifier.Text,
        QualifiedNameSyntax qualified => BareName(qualified.Right),
        _ => type.ToString(),
    };
}
