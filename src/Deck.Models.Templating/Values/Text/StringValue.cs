using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Templating.Values;

/// <summary>Python's str, a sequence of code points; or markupsafe's Markup, a str that escapes what is joined to it.</summary>
public sealed class StringValue : Value
{
    private static readonly StringValue[] Latin = FillLatin();

    private int hash;
    private int length = -1;

    /// <summary>A str.</summary>
    public StringValue(string text) => Text = text;

    private StringValue(string text, bool isMarkup)
        : this(text) => IsMarkup = isMarkup;

    /// <summary>The empty str.</summary>
    public static StringValue Empty { get; } = new("");

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>True for Markup: text that counts as HTML already.</summary>
    public bool IsMarkup { get; }

    public override string TypeName => IsMarkup ? "Markup" : "str";

    public override bool IsTrue => Text.Length > 0;

    public override int? Length => PointCount;

    public override bool IsSequence => true;

    /// <summary>Number of code points.</summary>
    public int PointCount => length >= 0 ? length : length = CodePoints.HasSurrogates(Text) ? CodePoints.Count(Text) : Text.Length;

    /// <summary>True where every code point is one UTF-16 unit, so that .NET's indexes are Python's.</summary>
    internal bool IsFlat => PointCount == Text.Length;

    /// <summary>A text that counts as HTML.</summary>
    public static StringValue Markup(string text) => new(text, true);

    /// <summary>The str of one code point.</summary>
    public static StringValue OfPoint(int point) => point < Latin.Length ? Latin[point] : new StringValue(CodePoints.ToText(point));

    public override string Repr() => IsMarkup ? $"Markup({StringRepr.Of(Text)})" : StringRepr.Of(Text);

    public override string ToText() => Text;

    public override IEnumerable<string> MemberNames => StringMethods.Names;

    public override Value? GetAttribute(string name) => (IsMarkup ? MarkupMethods.Bind(this, name) : null) ?? StringMethods.Bind(this, name);

    public override Value? GetItem(Value key)
    {
        if (!IntegerValue.TryFrom(key, out IntegerValue? integer))
        {
            return null;
        }

        long index = integer.Clamped < 0 ? integer.Clamped + PointCount : integer.Clamped;
        return index < 0 || index >= PointCount ? null
            : Like(IsFlat ? OfPoint(Text[(int)index]) : OfPoint(CodePoints.At(Text, CodePoints.UnitOf(Text, (int)index))));
    }

    /// <summary>Code points as plain str, those of Markup too.</summary>
    public override IEnumerator<Value> Iterate() => IsFlat ? IterateUnits() : IteratePoints(CodePoints.Of(Text));

    public override IEnumerator<Value> IterateReversed()
    {
        int[] points = CodePoints.Of(Text);
        Array.Reverse(points);
        return IteratePoints(points);
    }

    public override bool Equals([NotNullWhen(true)] Value? other) => other is StringValue text && Text == text.Text;

    public override int GetHashCode() => hash != 0 ? hash : hash = Text.GetHashCode() | 1;

    /// <summary>The same text, counted as HTML.</summary>
    internal StringValue AsMarkup() => IsMarkup ? this : Markup(Text);

    /// <summary>A text of this value's kind: Markup gives Markup.</summary>
    internal StringValue Like(string text) => new(text, IsMarkup);

    internal override Value GetSlice(SliceBounds bounds)
    {
        SliceRange range = bounds.Over(PointCount);
        if (IsFlat && range.Step == 1)
        {
            return Like(Text.Substring(range.Start, range.Count));
        }

        int[] points = CodePoints.Of(Text);
        var slice = new int[range.Count];
        for (int i = 0; i < slice.Length; i++)
        {
            slice[i] = points[range[i]];
        }

        return Like(CodePoints.ToText(slice));
    }

    protected internal override Value? Operate(BinaryOperator op, Value other, bool reflected) => StringOperators.Apply(op, this, other, reflected);

    protected internal override bool? Order(CompareOperator op, Value other) =>
        other is StringValue text ? NumericOrder.Holds(op, CodePoints.Compare(Text, text.Text)) : null;

    protected internal override bool? ContainsItem(Value item) =>
        item is StringValue part
            ? Text.Contains(part.Text, StringComparison.Ordinal)
            : throw TemplateException.TypeError($"'in <string>' requires string as left operand, not {item.TypeName}");

    protected internal override string Format(string specification) => TextFormat.Apply(this, specification);

    private StringValue Like(StringValue text) => IsMarkup ? new StringValue(text.Text, true) : text;

    private IEnumerator<Value> IterateUnits()
    {
        foreach (char unit in Text)
        {
            yield return OfPoint(unit);
        }
    }

    private static IEnumerator<Value> IteratePoints(int[] points)
    {
        foreach (int point in points)
        {
            yield return OfPoint(point);
        }
    }

    private static StringValue[] FillLatin()
    {
        var latin = new StringValue[256];
        for (int i = 0; i < latin.Length; i++)
        {
            latin[i] = new StringValue(((char)i).ToString());
        }

        return latin;
    }
}
