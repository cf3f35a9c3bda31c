using System.Collections.Immutable;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Syntax.Scopes;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Statements;

/// <summary>A function written in the template: a macro, or the body of a call block.</summary>
internal sealed class MacroDefinition(TextSpan span, string name, MacroParameter[] parameters, StatementList body) : SyntaxNode(span)
{
    private static readonly string[] SpecialNames = ["caller", "kwargs", "varargs"];

    private readonly int[] slots = new int[parameters.Length];
    private ScopeEntry entry = ScopeEntry.Empty;
    private FunctionLayout? layout;

    public string Name { get; } = name;

    public ReadOnlySpan<MacroParameter> Parameters => parameters;

    /// <summary>Where each parameter's value goes.</summary>
    public ReadOnlySpan<int> ParameterSlots => slots;

    public StatementList Body { get; } = body;

    /// <summary>The names of the parameters, as the macro's attribute `arguments` shows them.</summary>
    public TupleValue ArgumentNames { get; } = new([.. parameters.Select(p => Value.Of(p.Name))]);

    /// <summary>The macro has a parameter named `caller`.</summary>
    public bool HasCallerParameter { get; } = parameters.Any(p => p.Name == "caller");

    /// <summary>The body mentions `caller`, so that a call block may call the macro.</summary>
    public bool UsesCaller { get; private set; }

    /// <summary>Where extra keyword arguments go, or null where the body does not mention `kwargs`.</summary>
    public int? KwargsSlot { get; private set; }

    /// <summary>Where extra positional arguments go, or null where the body does not mention `varargs`.</summary>
    public int? VarargsSlot { get; private set; }

    /// <summary>Where `caller` goes, or null where it is a parameter or not mentioned.</summary>
    public int? CallerSlot { get; private set; }

    public int SlotCount => layout?.SlotCount ?? 0;

    public ImmutableArray<TemplateParameter> Describe() => [.. parameters.Select(p => new TemplateParameter(p.Name, p.Default is not null, p.Span))];

    /// <summary>Completes the slots of a call: arguments that were not given get their defaults, in order; the others are visible to them.</summary>
    public void Enter(Frame frame)
    {
        entry.Enter(frame);
        for (int i = 0; i < parameters.Length; i++)
        {
            frame.Slots[slots[i]] ??= DefaultOf(parameters[i], frame);
        }
    }

    public override void VisitChildren(SyntaxWalker walker)
    {
        foreach (MacroParameter parameter in parameters)
        {
            if (parameter.Default is not null)
            {
                walker.Visit(parameter.Default);
            }
        }

        walker.Visit(Body);
    }

    public override void Declare(NameFinder names)
    {
    }

    public override void Bind(NameBinder binder)
    {
        NameBinder inner = binder.Inner(binder.Symbols.InnerFunction());
        layout = inner.Symbols.Function;
        foreach (MacroParameter parameter in parameters)
        {
            inner.Symbols.DeclareParameter(parameter.Name);
        }

        NameFinder names = new(inner.Symbols);
        VisitChildren(names);
        for (int i = 0; i < parameters.Length; i++)
        {
            slots[i] = SlotOf(inner.Symbols, parameters[i].Name);
        }

        BindSpecialNames(inner);
        VisitChildren(inner);
        entry = inner.Symbols.Entry();
    }

    private static Value DefaultOf(MacroParameter parameter, Frame frame) => parameter.Default?.Evaluate(frame)
        ?? new UndefinedValue(parameter.Name, $"parameter '{parameter.Name}' was not provided", frame.Instance.Chains);

    private static int SlotOf(Symbols symbols, string name) =>
        (symbols.Find(name) ?? throw new InvalidOperationException($"`{name}` was not declared")).Slot;

    private void BindSpecialNames(NameBinder inner)
    {
        string[] used = UndeclaredNames.In(Body, SpecialNames);
        UsesCaller = used.Contains("caller");
        if (UsesCaller && HasCallerParameter && !Array.Exists(parameters, p => p is { Name: "caller", Default: not null }))
        {
            inner.Report(Diagnostic.Error(
                TemplateDiagnostics.Syntax,
                "the parameter `caller` must be left out or be given a default",
                inner.LocationOf(Span)));
        }

        CallerSlot = UsesCaller && !HasCallerParameter ? inner.Symbols.DeclareParameter("caller").Slot : null;
        KwargsSlot = SpecialSlot(inner.Symbols, used, "kwargs");
        VarargsSlot = SpecialSlot(inner.Symbols, used, "varargs");
    }

    private int? SpecialSlot(Symbols symbols, string[] used, string name) =>
        used.Contains(name) && !Array.Exists(parameters, p => p.Name == name) ? symbols.DeclareParameter(name).Slot : null;
}
