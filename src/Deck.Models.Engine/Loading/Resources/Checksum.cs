using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Deck.Models.Engine.Loading.Resources;

/// <summary>dbt's checksums: lower-case hex SHA-256 of a text, white space around it stripped.</summary>
internal static class Checksum
{
    // dbt does not hash larger seeds; their path stands for them.
    private const long LargestSeed = 1024 * 1024;

    public static string OfText(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> stripped = text.Trim();
        byte[] bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(stripped.Length));
        int length = Encoding.UTF8.GetBytes(stripped, bytes);
        string hash = Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(0, length)));
        ArrayPool<byte>.Shared.Return(bytes);
        return hash;
    }

    /// <summary>The hash of a seed's bytes, or its path where it is larger than dbt hashes.</summary>
    public static string OfSeed(PackageFolder folder, string path)
    {
        using Stream stream = folder.OpenRead(path);
        return stream.CanSeek && stream.Length > LargestSeed ? path : Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
