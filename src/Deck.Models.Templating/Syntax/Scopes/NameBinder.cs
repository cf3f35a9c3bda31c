using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Scopes;

/// <summary>Gives the names of a tree their slots, scope by scope.</summary>
internal sealed class NameBinder : SyntaxWalker
{
    private readonly List<Diagnostic> diagnostics;

    private NameBinder(SourceText source, Symbols symbols, List<Diagnostic> diagnostics, bool isSoft)
    {
        Source = source;
        Symbols = symbols;
        this.diagnostics = diagnostics;
        IsSoft = isSoft;
    }

    public SourceText Source { get; }

    public Symbols Symbols { get; }

    /// <summary>True inside the branches of an `if`, where an unknown filter or test fails only when it is reached.</summary>
    public bool IsSoft { get; }

    /// <summary>Binds a whole template; its root scope's entry is the result.</summary>
    public static ScopeEntry BindRoot(SourceText source, SyntaxNode body, Symbols root, List<Diagnostic> diagnostics)
    {
        NameBinder binder = new(source, root, diagnostics, isSoft: false);
        binder.DeclareAll(body);
        binder.Visit(body);
        return root.Entry();
    }

    public override void Visit(SyntaxNode node) => node.Bind(this);

    /// <summary>The same scope, inside a branch.</summary>
    public NameBinder Soft() => IsSoft ? this : new NameBinder(Source, Symbols, diagnostics, isSoft: true);

    /// <summary>A scope of its own, inside this one.</summary>
    public NameBinder Inner(Symbols inner) => new(Source, inner, diagnostics, isSoft: false);

    public void DeclareAll(SyntaxNode node) => new NameFinder(Symbols).Visit(node);

    public void Report(Diagnostic diagnostic) => diagnostics.Add(diagnostic);

    public Location LocationOf(TextSpan span) => new(Source, span);
}
