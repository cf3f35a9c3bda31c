using System.Numerics;

namespace Deck.Models.Templating.Values;

/// <summary>`int.to_bytes` and `int.from_bytes`.</summary>
internal static class IntegerBytes
{
    private const int MaxLength = 1 << 20;

    public static BytesValue Of(BigInteger number, long length, string order, bool isSigned)
    {
        bool isBig = IsBig(order);
        if (length < 0)
        {
            throw TemplateException.ValueError("length argument must be non-negative");
        }

        if ((number.Sign < 0 && !isSigned) || length > MaxLength || number.GetByteCount(!isSigned) > Math.Max(length, number.IsZero ? 1 : 0))
        {
            throw new TemplateException("OverflowError", number.Sign < 0 && !isSigned ? "can't convert negative int to unsigned" : "int too big to convert");
        }

        byte[] bytes = new byte[length];
        bytes.AsSpan().Fill(number.Sign < 0 ? (byte)0xFF : (byte)0);
        byte[] given = number.IsZero ? [] : number.ToByteArray(!isSigned, isBig);
        given.CopyTo(bytes, isBig ? bytes.Length - given.Length : 0);
        return new BytesValue(bytes);
    }

    /// <summary>The number that bytes, or an iterable of their values, stand for.</summary>
    public static BigInteger Read(Value bytes, string order, bool isSigned)
    {
        ReadOnlySpan<byte> content = bytes switch
        {
            BytesValue known => known.Content,
            StringValue => throw TemplateException.TypeError("cannot convert 'str' object to bytes"),
            _ => Sequences.ToList(bytes).Select(Byte).ToArray(),
        };
        return new BigInteger(content, !isSigned, IsBig(order));
    }

    private static bool IsBig(string order) =>
        order is "big" or "little" ? order == "big" : throw TemplateException.ValueError("byteorder must be either 'little' or 'big'");

    private static byte Byte(Value value) =>
        IntegerValue.TryFrom(value, out IntegerValue? unit)
            ? BytesText.Byte(unit)
            : throw TemplateException.TypeError($"'{value.TypeName}' object cannot be interpreted as an integer");
}
