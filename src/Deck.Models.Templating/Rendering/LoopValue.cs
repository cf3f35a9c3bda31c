using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Rendering;

/// <summary>The special variable `loop` of a running loop.</summary>
internal sealed class LoopValue(Value? source, IEnumerator<Value> items, LoopLevel level) : Value
{
    private static readonly string[] Names =
    [
        "index", "index0", "revindex", "revindex0", "first", "last", "length", "depth", "depth0", "previtem", "nextitem", "cycle", "changed",
    ];

    private Queue<Value>? ahead;
    private Value? next;
    private IEnumerator<Value> rest = items;
    private Value? previous;
    private Value? current;
    private TupleValue? lastChanged;
    private int index = -1;
    private int? length = source?.Length;

    public Value Current => current ?? None;

    public override string TypeName => "LoopContext";

    public override bool IsCallable => true;

    public override int? Length => FindLength();

    /// <summary>Goes on to the next item; items that were looked at in advance come first.</summary>
    public bool MoveNext()
    {
        if (Peek() is not { } item)
        {
            return false;
        }

        index++;
        previous = current;
        current = item;
        next = null;
        return true;
    }

    /// <summary>Goes on with the loop itself, as Python's iterator does: pairs of an item and the loop.</summary>
    public override IEnumerator<Value> Iterate()
    {
        while (MoveNext())
        {
            yield return Tuple(Current, this);
        }
    }

    public override string Repr() => $"<LoopContext {index + 1}/{FindLength()}>";

    public override IEnumerable<string> MemberNames => Names;

    public override Value? GetAttribute(string name) => name switch
    {
        "index" => Of(index + 1),
        "index0" => Of(index),
        "revindex" => Of(FindLength() - index),
        "revindex0" => Of(FindLength() - index - 1),
        "first" => Of(index == 0),
        "last" => Of(Peek() is null),
        "length" => Of(FindLength()),
        "depth" => Of(level.Depth + 1),
        "depth0" => Of(level.Depth),
        "previtem" => previous ?? Missing("there is no previous item"),
        "nextitem" => Peek() ?? Missing("there is no next item"),
        "cycle" => new FunctionValue("cycle", Cycle),
        "changed" => new FunctionValue("changed", Changed),
        _ => null,
    };

    public override Value Call(Arguments arguments)
    {
        if (level.Recursive is null)
        {
            throw TemplateException.TypeError("The loop must have the 'recursive' marker to be enabled.");
        }

        return arguments is { Positional.Length: 1, Named.Length: 0 }
            ? level.Recursive.RenderLevel(arguments.Positional[0], level.Frame.Outer(1), level.Depth + 1)
            : throw TemplateException.TypeError("LoopContext.__call__() takes 2 positional arguments");
    }

    private UndefinedValue Missing(string hint) => new(null, hint, level.Frame.Instance.Chains);

    /// <summary>The item after the current one, or null where there is none.</summary>
    private Value? Peek()
    {
        if (next is null && (ahead is null || !ahead.TryDequeue(out next)) && rest.MoveNext())
        {
            next = rest.Current;
        }

        return next;
    }

    /// <summary>The number of items; an iterator without a length is read to its end.</summary>
    private int FindLength()
    {
        if (length is null)
        {
            ahead = new Queue<Value>();
            length = index + 1 + (Peek() is null ? 0 : 1);
            while (rest.MoveNext())
            {
                ahead.Enqueue(rest.Current);
                length++;
            }

            rest = EmptyIterator.Instance;
        }

        return length.Value;
    }

    private Value Cycle(Arguments arguments) => arguments.Positional.Length == 0
        ? throw TemplateException.TypeError("no items for cycling given")
        : arguments.Positional[index % arguments.Positional.Length];

    private Value Changed(Arguments arguments)
    {
        TupleValue values = new([.. arguments.Positional]);
        bool changed = lastChanged is null || !Operators.Compare(CompareOperator.Equal, lastChanged, values);
        lastChanged = values;
        return Of(changed);
    }
}
