using System.Numerics;

namespace Deck.Models.Templating.Values;

/// <summary>`int.to_bytes`.</summary>
internal static class IntegerBytes
{
    private const int MaxLength = 1 << 20;

    public static BytesValue Of(BigInteger number, long length, string order, bool isSigned)
    {
        if (order is not ("big" or "little"))
        {
            throw TemplateException.ValueError("byteorder must be either 'little' or 'big'");
        }

        if (length < 0)
        {
            throw TemplateException.ValueError("length argument must be non-negative");
        }

        bool isBig = order == "big";
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
}
