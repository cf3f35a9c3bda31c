using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Deck.Models.Templating.Values;

/// <summary>Python's bytes, which `str.encode` gives.</summary>
public sealed class BytesValue : Value
{
    private readonly byte[] bytes;

    internal BytesValue(byte[] bytes) => this.bytes = bytes;

    public override string TypeName => "bytes";

    public override bool IsTrue => bytes.Length > 0;

    public override int? Length => bytes.Length;

    public override bool IsSequence => true;

    internal ReadOnlySpan<byte> Content => bytes;

    /// <summary>The bytes that a text of base 64 stands for, characters of no meaning passed over; null where its length is wrong.</summary>
    public static BytesValue? FromBase64(string text)
    {
        string kept = string.Concat(text.Where(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '='));
        byte[] bytes = new byte[kept.Length];
        return Convert.TryFromBase64String(kept, bytes, out int length) ? new BytesValue(bytes[..length]) : null;
    }

    public override string Repr()
    {
        char quote = bytes.Contains((byte)'\'') && !bytes.Contains((byte)'"') ? '"' : '\'';
        var repr = new StringBuilder("b").Append(quote);
        foreach (byte unit in bytes)
        {
            _ = unit switch
            {
                (byte)'\n' => repr.Append("\\n"),
                (byte)'\r' => repr.Append("\\r"),
                (byte)'\t' => repr.Append("\\t"),
                (byte)'\\' => repr.Append("\\\\"),
                byte same when same == quote => repr.Append('\\').Append(quote),
                >= 0x20 and < 0x7F => repr.Append((char)unit),
                _ => repr.Append("\\x").Append(unit.ToString("x2")),
            };
        }

        return repr.Append(quote).ToString();
    }

    public override IEnumerable<string> MemberNames => BytesMethods.Names;

    public override Value? GetAttribute(string name) => BytesMethods.Bind(this, name);

    public override Value? GetItem(Value key) =>
        IntegerValue.TryFrom(key, out IntegerValue? index) && SequenceOrder.Place(index, bytes.Length) is int place and >= 0 ? Of((long)bytes[place]) : null;

    public override IEnumerator<Value> Iterate() => bytes.Select(unit => Of((long)unit)).GetEnumerator();

    public override IEnumerator<Value> IterateReversed() => Enumerable.Reverse(bytes).Select(unit => Of((long)unit)).GetEnumerator();

    public override bool Equals([NotNullWhen(true)] Value? other) => other is BytesValue second && bytes.AsSpan().SequenceEqual(second.Content);

    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.AddBytes(bytes);
        return hash.ToHashCode();
    }

    internal override Value? GetSlice(SliceBounds bounds)
    {
        SliceRange range = bounds.Over(bytes.Length);
        byte[] taken = new byte[range.Count];
        for (int i = 0; i < taken.Length; i++)
        {
            taken[i] = bytes[range[i]];
        }

        return new BytesValue(taken);
    }

    protected internal override Value? Operate(BinaryOperator op, Value other, bool reflected)
    {
        switch (op, other)
        {
            case (BinaryOperator.Add, BytesValue second) when !reflected:
                SequenceLimits.Demand(1, (long)bytes.Length + second.bytes.Length);
                return new BytesValue([.. bytes, .. second.bytes]);
            case (BinaryOperator.Multiply, _) when IntegerValue.TryFrom(other, out IntegerValue? times):
                long count = Math.Max(times.Clamped, 0);
                SequenceLimits.Demand(bytes.Length, count);
                return new BytesValue(bytes.Length == 0 ? [] : [.. Enumerable.Repeat(bytes, (int)count).SelectMany(part => part)]);
            default:
                return null;
        }
    }

    protected internal override bool? Order(CompareOperator op, Value other) =>
        other is BytesValue second ? NumericOrder.Holds(op, bytes.AsSpan().SequenceCompareTo(second.bytes)) : null;

    protected internal override bool? ContainsItem(Value item) =>
        item switch
        {
            BytesValue part => bytes.AsSpan().IndexOf(part.bytes) >= 0,
            _ when IntegerValue.TryFrom(item, out IntegerValue? unit) => bytes.Contains(BytesText.Byte(unit)),
            _ => throw TemplateException.TypeError($"a bytes-like object is required, not '{item.TypeName}'"),
        };
}
