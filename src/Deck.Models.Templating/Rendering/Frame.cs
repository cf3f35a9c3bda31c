using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Rendering;

/// <summary>The variables of one running function of a template.</summary>
internal sealed class Frame(TemplateInstance instance, Frame? parent, int slots)
{
    public TemplateInstance Instance { get; } = instance;

    public RenderSession Session { get; } = instance.Session;

    /// <summary>Values by slot; null where there is none yet.</summary>
    public Value?[] Slots { get; } = slots == 0 ? [] : new Value?[slots];

    /// <summary>Names that a block, and what is written in it, sees before it asks the host.</summary>
    public IReadOnlyDictionary<string, Value>? Locals { get; init; } = parent?.Locals;

    /// <summary>What dbt's `return` was given, once a statement completed with it.</summary>
    public Value Returned { get; private set; } = Value.None;

    public Value Return(Value value) => Returned = value;

    /// <summary>The frame of the function a number of levels out.</summary>
    public Frame Outer(int hops)
    {
        Frame frame = this;
        for (; hops > 0; hops--)
        {
            frame = frame.Parent;
        }

        return frame;
    }

    private Frame Parent => parent ?? throw new InvalidOperationException("a template has no frame outside its own");

    /// <summary>What the host has under a name, or null.</summary>
    public Value? FindInScope(string name)
    {
        if (Locals is not null && Locals.TryGetValue(name, out Value? local))
        {
            return local;
        }

        return Instance.Scope.TryGet(name, out Value? value) ? value : null;
    }
}
