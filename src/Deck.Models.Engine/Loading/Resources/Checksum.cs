using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Deck.Models.Engine.Loading.Resources;

/// <summary>dbt's checksums: lower-case hex SHA-256 of a text, every run of white space one blank.</summary>
internal static class Checksum
{
    /// <summary>In bytes; dbt does not hash larger seeds, and their path stands for them.</summary>
    public const long LargestSeed = 1024 * 1024;

    public static string OfText(ReadOnlySpan<char> text)
    {
        char[] compact = ArrayPool<char>.Shared.Rent(text.Length);
        byte[] bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        int length = Encoding.UTF8.GetBytes(compact.AsSpan(0, Compact(text, compact)), bytes);
        string hash = Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(0, length)));
        ArrayPool<byte>.Shared.Return(bytes);
        ArrayPool<char>.Shared.Return(compact);
        return hash;
    }

    private static int Compact(ReadOnlySpan<char> text, Span<char> into)
    {
        int length = 0;
        bool pending = false;
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                pending = length > 0;
                continue;
            }

            if (pending)
            {
                into[length++] = ' ';
                pending = false;
            }

            into[length++] = c;
        }

        return length;
    }

    /// <summary>The hash of a seed's text, stripped and with line breaks as `\n`, or its path where it is larger than dbt hashes.</summary>
    public static string OfSeed(PackageFolder folder, string path)
    {
        using Stream stream = folder.OpenRead(path);
        if (stream.CanSeek && stream.Length > LargestSeed)
        {
            return path;
        }

        using StreamReader reader = new(stream, new UTF8Encoding(false), false);
        string text = reader.ReadToEnd().Trim().Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
