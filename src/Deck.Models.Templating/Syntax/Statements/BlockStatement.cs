using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Syntax.Scopes;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Statements;

/// <summary>`{% block name %}body{% endblock %}`: without inheritance, a part of the template that `self.name()` renders again.</summary>
internal sealed class BlockStatement(TextSpan span, string name, StatementList body, bool isScoped) : Statement(span)
{
    private FunctionLayout? function;
    private ScopeEntry entry = ScopeEntry.Empty;
    private Variable[] visible = [];
    private int depth;

    public string Name { get; } = name;

    public override Completion Render(Frame frame, Output output)
    {
        output.WriteBuffered(RenderBody(frame), Span);
        return Completion.Normal;
    }

    /// <summary>The block's text; it sees the template's assigned names, and those around it where it is `scoped`.</summary>
    public Value RenderBody(Frame around)
    {
        Dictionary<string, Value> locals = [];
        foreach (Variable variable in visible)
        {
            if (around.Outer(depth - variable.Function.Depth).Slots[variable.Slot] is { } value)
            {
                locals[variable.Name] = value;
            }
        }

        Frame frame = new(around.Instance, null, function?.SlotCount ?? 0) { Locals = locals };
        entry.Enter(frame);
        RenderSession session = frame.Session;
        int level = session.Enter($"block {Name}", around.Instance.Template);
        Completion completion = session.Capture(body, frame, out Value text);
        session.Leave(level);
        return completion == Completion.Return ? throw new MacroReturnException(frame.Returned) : text;
    }

    public override void VisitChildren(SyntaxWalker walker) => walker.Visit(body);

    public override void Declare(NameFinder names)
    {
    }

    public override void Bind(NameBinder binder)
    {
        Symbols around = binder.Symbols;
        depth = around.Function.Depth;
        visible = [.. around.VisibleStores().Where(v => isScoped || v.Function.Depth == 0)];
        function = new FunctionLayout(0);
        NameBinder inner = binder.Inner(Symbols.Root(function));
        inner.DeclareAll(body);
        inner.Visit(body);
        entry = inner.Symbols.Entry();
    }
}
