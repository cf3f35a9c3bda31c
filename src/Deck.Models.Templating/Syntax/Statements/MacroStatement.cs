using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Syntax.Scopes;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Statements;

/// <summary>`{% macro %}`, and dbt's `{% test %}`, `{% materialization %}` and `{% docs %}`: assigns the macro to its name.</summary>
internal sealed class MacroStatement(TextSpan span, MacroDefinition definition) : Statement(span)
{
    private NameTarget? target;

    public MacroDefinition Definition { get; } = definition;

    public override Completion Render(Frame frame, Output output)
    {
        Define(frame);
        return Completion.Normal;
    }

    /// <summary>Assigns the macro to its name.</summary>
    public Value Define(Frame frame)
    {
        MacroValue macro = new(Definition, frame, MacroKind.Macro);
        target?.Assign(frame, macro);
        return macro;
    }

    public override void VisitChildren(SyntaxWalker walker) => walker.Visit(Definition);

    public override void Declare(NameFinder names) => names.Symbols.Store(Definition.Name);

    public override void Bind(NameBinder binder)
    {
        binder.Visit(Definition);
        target = new NameTarget(Span, Definition.Name).ResolveName(binder.Symbols);
    }
}
