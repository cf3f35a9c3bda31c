using Deck.Models.Templating.Syntax;
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
        Frame frame = new(definedIn.Instance, definedIn, Definition.SlotCount);
        MacroArguments.Match(Definition, arguments, frame);
        int level = session.Enter(kind == MacroKind.CallBody ? "caller" : Definition.Name, definedIn.Instance.Template);
        Output buffer = session.RentOutput();
        Value result;
        try
        {
            Definition.Enter(frame);
            Completion completion = Definition.Body.Render(frame, buffer);
            result = completion == Completion.Return ? frame.Returned
                : definedIn.Instance.Escapes ? session.TextOf(buffer).AsMarkup()
                : session.TextOf(buffer);
            if (completion == Completion.Return && kind == MacroKind.CallBody)
            {
                throw new MacroReturnException(result);
            }
        }
        catch (MacroReturnException returned) when (kind == MacroKind.Macro)
        {
            result = returned.Value;
        }

        session.Return(buffer);
        session.Leave(level);
        return result;
    }
}
