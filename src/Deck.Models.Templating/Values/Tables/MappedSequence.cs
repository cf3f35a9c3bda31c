using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Deck.Models.Templating.Values;

/// <summary>agate's MappedSequence: values with an optional name each. A row, a column, and the lists of them are such sequences.</summary>
public class MappedSequence : Value
{
    private const int ShownItems = 5;

    private static readonly MethodTable<MappedSequence> Methods = new MethodTable<MappedSequence>(
        ("keys()", (s, _) => s.keys is null ? None : s.keys),
        ("values()", (s, _) => s.values),
        ("items()", (s, _) => TupleValue.Own([.. s.Pairs().Select(p => (Value)Tuple(p.Key, p.Value))])),
        ("get(key, default=None)", (s, a) => s.Get(a)),
        ("dict()", (s, _) => s.ToDict()),
        ("index(value, start=0, stop=9223372036854775807, /)", (s, a) => ListMethods.IndexIn(s.values.Items, a, "tuple")),
        ("count(value, /)", (s, a) => ListMethods.CountIn(s.values.Items, a[0])))
        .DescribedBy((s, name) => $"<bound method {Owner(s, name)}.{name} of {s.Repr()}>");

    private readonly TupleValue values;
    private readonly TupleValue? keys;
    private readonly Dictionary<Value, int>? places;
    private readonly string kind;

    internal MappedSequence(string kind, TupleValue values, MappedKeys? keys)
    {
        this.kind = kind;
        this.values = values;
        this.keys = keys?.Names;
        places = keys?.Places;
    }

    public override string TypeName => $"agate.{kind}";

    public override bool IsTrue => values.IsTrue;

    public override int? Length => values.Length;

    public override bool IsSequence => true;

    /// <summary>The values in order.</summary>
    public TupleValue Values => values;

    public override string Repr()
    {
        var shown = new StringBuilder($"<agate.{kind}: (");
        for (int i = 0; i < Math.Min(values.Items.Length, ShownItems); i++)
        {
            shown.Append(i == 0 ? "" : ", ").Append(values.Items[i].Repr());
        }

        return shown.Append(values.Items.Length > ShownItems ? ", ...)>" : ")>").ToString();
    }

    public override IEnumerable<string> MemberNames => Methods.Names;

    public override Value? GetAttribute(string name) => Methods.Bind(this, name);

    public override Value? GetItem(Value key) =>
        key is IntegerValue ? values.GetItem(key)
        : places is not null && places.TryGetValue(key, out int place) ? values.Items[place]
        : null;

    /// <summary>The item under a key.</summary>
    /// <exception cref="TemplateException">IndexError or KeyError: there is none.</exception>
    internal Value Demand(Value key) =>
        GetItem(key) ?? throw (key is IntegerValue ? new TemplateException("IndexError", "tuple index out of range") : DictMethods.KeyError(key));

    /// <summary>The names with their values.</summary>
    /// <exception cref="TemplateException">TypeError: the sequence has no names.</exception>
    internal IEnumerable<(Value Key, Value Value)> Pairs() =>
        keys is null ? throw TemplateException.TypeError("'NoneType' object is not iterable") : keys.Items.Zip(values.Items);

    public override IEnumerator<Value>? Iterate() => values.Iterate();

    public override IEnumerator<Value>? IterateReversed() => values.IterateReversed();

    public override bool Equals([NotNullWhen(true)] Value? other) =>
        ReferenceEquals(this, other)
        || (other is MappedSequence sequence && values.Equals(sequence.values))
        || (other is ListValue or TupleValue && values.Equals(TupleValue.Own([.. Sequences.ToList(other)])));

    public override int GetHashCode() => throw TemplateException.TypeError($"unhashable type: '{kind}'");

    internal override Value? GetSlice(SliceBounds bounds) => values.GetSlice(bounds);

    protected internal override bool? ContainsItem(Value item) => values.ContainsItem(item);

    /// <summary>The class that Python finds a method in.</summary>
    private static string Owner(MappedSequence sequence, string method) =>
        method switch
        {
            "index" or "count" => "Sequence",
            "values" when sequence is QueryColumn => "Column",
            _ => "MappedSequence",
        };

    /// <summary>agate gives None in the place of a default that is false.</summary>
    private Value Get(BoundArguments arguments) =>
        places is not null && places.TryGetValue(arguments[0], out int place) ? values.Items[place]
        : arguments[1].IsTrue ? arguments[1]
        : None;

    private DictValue ToDict()
    {
        if (keys is null)
        {
            throw new TemplateException("KeyError", "the sequence has no keys");
        }

        var dict = new DictValue { IsOrderedDict = true };
        foreach ((Value key, Value value) in Pairs())
        {
            dict.Table[key] = value;
        }

        return dict;
    }
}
