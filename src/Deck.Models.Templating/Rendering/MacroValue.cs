using Deck.Models.Templating.Syntax;
using Deck.Models.Templating.Syntax.Expressions;
using Deck.Models.Templating.Syntax.Statements;
using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Rendering;

/// <summary>A macro as a value: calling it renders its body to a str, or gives what the body returns.</summary>
internal sealed class MacroValue(MacroDefinition definition, Frame definedIn, MacroKind kind) : Value
{
    public MacroDefinition Definition { get; } = definition;

    public override string TypeName => "Macro";

    public override bool IsCallable => true;

    public override string Repr() => kind == MacroKind.CallBody ? "<Macro anonymous>" : $"<Macro '{Definition.Name}'>";

    public override IEnumerable<string> MemberNames => ["name", "arguments", "catch_kwargs", "catch_varargs", "caller"];

    public override Value? GetAttribute(string name) => name switch
    {
        "name" => Of(kind == MacroKind.CallBody ? null : Definition.Name),
        "arguments" => Definition.ArgumentNames,
        "catch_kwargs" => Of(Definition.KwargsSlot is not null),
        "catch_varargs" => Of(Definition.VarargsSlot is not null),
        "caller" => Of(Definition.UsesCaller),
        "explicit_caller" => Of(Definition.HasCallerParameter),
        _ => null,
    };

    public override Value Call(Arguments arguments)
    {
        RenderSession session = definedIn.Session;
        Frame frame = NewFrame();
        MacroArguments.Match(Definition, arguments, frame);
        Output buffer = session.RentOutput();
        int level = Enter();
        Value result = Run(frame, buffer)
            ?? (definedIn.Instance.Escapes ? session.TextOf(buffer).AsMarkup() : session.TextOf(buffer));
        session.Return(buffer);
        session.Leave(level);
        return result;
    }

    /// <summary>A call whose value is only written: the body writes it where it goes.</summary>
    public void RenderCall(CallExpression call, Frame caller, Output output)
    {
        RenderSession session = definedIn.Session;
        Frame frame = NewFrame();
        MacroArguments.Evaluate(Definition, call, caller, frame);
        int level = Enter();
        OutputMark mark = output.Begin(call.Span);
        Value? returned = Run(frame, output);
        if (returned is null)
        {
            output.DemandJoined();
        }

        output.End(mark, keep: returned is null);
        session.Leave(level);
        if (returned is not null)
        {
            output.WriteValue(returned, call.Span);
        }
    }

    private Frame NewFrame() => new(definedIn.Instance, definedIn, Definition.SlotCount);

    private int Enter() => definedIn.Session.Enter(kind == MacroKind.CallBody ? "caller" : Definition.Name, definedIn.Instance.Template);

    /// <summary>Renders the body; what it returns, or null where its output is the value.</summary>
    private Value? Run(Frame frame, Output output)
    {
        try
        {
            Definition.Enter(frame);
            return Definition.Body.Render(frame, output) != Completion.Return ? null
                : kind == MacroKind.Macro ? frame.Returned
                : throw new MacroReturnException(frame.Returned);
        }
        catch (MacroReturnException returned) when (kind == MacroKind.Macro)
        {
            return returned.Value;
        }
    }
}
