using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Deck.Models.Templating.Values;

/// <summary>Python's bytes, which `str.encode` gives.</summary>
internal sealed class BytesValue(byte[] bytes) : Value
{
    public override string TypeName => "bytes";

    public override bool IsTrue => bytes.Length > 0;

    public override int? Length => bytes.Length;

    public override bool IsSequence => true;

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

    public override Value? GetAttribute(string name) =>
        name switch
        {
            "hex" => FunctionValue.Of("hex()", _ => Of(Convert.ToHexStringLower(bytes))),
            "decode" => FunctionValue.Of("decode(encoding='utf-8', errors='strict')", _ => Of(Encoding.UTF8.GetString(bytes))),
            _ => null,
        };

    public override Value? GetItem(Value key) =>
        IntegerValue.TryFrom(key, out IntegerValue? index) && SequenceOrder.Place(index, bytes.Length) is int place and >= 0 ? Of((long)bytes[place]) : null;

    public override IEnumerator<Value> Iterate() => bytes.Select(unit => Of((long)unit)).GetEnumerator();

    public override bool Equals([NotNullWhen(true)] Value? other) => other is BytesValue second && bytes.AsSpan().SequenceEqual(second.Content);

    public override int GetHashCode() => bytes.Length;

    internal ReadOnlySpan<byte> Content => bytes;
}
