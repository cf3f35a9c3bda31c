using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Syntax.Scopes;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Statements;

/// <summary>`{% block name %}body{% endblock %}`: without inheritance, a part of the template that `self.name()` renders again.</summary>
internal sealed class BlockStatement(TextSpan span, string name, StatementList body) : Statement(span)
{
    private FunctionLayout? function;
    private ScopeEntry entry = ScopeEntry.Empty;
    private Variable[] around = [];
    private int depth;
    private int? selfSlot;
    private int? superSlot;

    public string Name { get; } = name;

    /// <summary>The block sees the variables of the scopes around it, too.</summary>
    public bool IsScoped { get; init; }

    /// <summary>Another template has to fill the block; there never is one.</summary>
    public bool IsRequired { get; init; }

    public override Completion Render(Frame frame, Output output)
    {
        if (IsRequired)
        {
            frame.Session.Place = this;
            throw new TemplateException("TemplateRuntimeError", $"Required block '{Name}' not found");
        }

        Dictionary<string, Value> names = NamesIn(frame.Outer(depth));
        foreach (Variable variable in around)
        {
            if (frame.Outer(depth - variable.Function.Depth).Slots[variable.Slot] is { } value)
            {
                names[variable.Name] = value;
            }
        }

        RenderBody(new Frame(frame.Instance, null, function?.SlotCount ?? 0) { Locals = names }, output);
        return Completion.Normal;
    }

    /// <summary>The block's text for `self.name()`; it sees what the template, or the block of the given frame, sees.</summary>
    public StringValue RenderAgain(Frame root)
    {
        Output buffer = root.Session.RentOutput();
        RenderBody(new Frame(root.Instance, null, function?.SlotCount ?? 0) { Locals = NamesIn(root) }, buffer);
        StringValue text = root.Session.Finish(buffer);
        return root.Instance.Escapes ? text.AsMarkup() : text;
    }

    public override void VisitChildren(SyntaxWalker walker) => walker.Visit(body);

    public override void Declare(NameFinder names)
    {
    }

    public override void Bind(NameBinder binder)
    {
        Symbols outside = binder.Symbols;
        depth = outside.Function.Depth;
        around = IsScoped ? [.. outside.VisibleStores()] : [];
        function = new FunctionLayout(0);
        NameBinder inner = binder.Inner(Symbols.Root(function));
        string[] special = UndeclaredNames.In(body, ["self", "super"]);
        selfSlot = special.Contains("self") ? inner.Symbols.DeclareParameter("self").Slot : null;
        superSlot = special.Contains("super") ? inner.Symbols.DeclareParameter("super").Slot : null;
        inner.DeclareAll(body);
        inner.Visit(body);
        entry = inner.Symbols.Entry();
    }

    /// <summary>What a block sees without being scoped: what the template has assigned at its top, or what the block around it sees.</summary>
    private static Dictionary<string, Value> NamesIn(Frame root)
    {
        if (root.Locals is { } names)
        {
            return new Dictionary<string, Value>(names);
        }

        Dictionary<string, Value> assigned = [];
        foreach (Variable variable in root.Instance.Template.Assigned)
        {
            if (root.Slots[variable.Slot] is { } value)
            {
                assigned[variable.Name] = value;
            }
        }

        return assigned;
    }

    private void RenderBody(Frame frame, Output output)
    {
        entry.Enter(frame);
        if (selfSlot is int own)
        {
            frame.Slots[own] = new SelfValue(frame);
        }

        if (superSlot is int parent)
        {
            frame.Slots[parent] = BlockReference.NoParent(Name, frame);
        }

        RenderSession session = frame.Session;
        int level = session.Enter($"block {Name}", frame.Instance.Template);
        Completion completion = body.Render(frame, output);
        session.Leave(level);
        if (completion == Completion.Return)
        {
            throw new MacroReturnException(frame.Returned);
        }
    }
}
