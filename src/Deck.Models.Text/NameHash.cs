using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Deck.Models.Text;

/// <summary>The MD5 by which dbt makes ids and names from texts: it tells things apart and protects nothing.</summary>
public static class NameHash
{
    /// <summary>32 lower-case hexadecimal digits of the text's UTF-8 bytes.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5351", Justification = "dbt's ids are made with MD5; nothing is protected by it")]
    public static string Of(ReadOnlySpan<char> text)
    {
        byte[] bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        Span<byte> hash = stackalloc byte[MD5.HashSizeInBytes];
        MD5.HashData(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)), hash);
        ArrayPool<byte>.Shared.Return(bytes);
        return Convert.ToHexStringLower(hash);
    }
}
