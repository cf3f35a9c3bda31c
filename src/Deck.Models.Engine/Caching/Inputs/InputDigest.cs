using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Deck.Models.Engine.Loading.Resources;

namespace Deck.Models.Engine.Caching.Inputs;

/// <summary>Digests of what a project's files answer.</summary>
internal static class InputDigest
{
    public static byte[] Of(ReadOnlySpan<byte> content) => SHA256.HashData(content);

    public static byte[] Of(ImmutableArray<string> names) => Of(Encoding.UTF8.GetBytes(string.Join('\n', names)));

    /// <summary>The digest of a seed, and a stream over it from its beginning; of a seed too large for a checksum only that it is so.</summary>
    /// <param name="stream">At its beginning; closed where another one is given back.</param>
    public static (byte[] Digest, Stream Again) OfSeed(Stream stream)
    {
        if (stream.CanSeek && stream.Length > Checksum.LargestSeed)
        {
            return ([1], stream);
        }

        using (stream)
        {
            MemoryStream copy = new();
            stream.CopyTo(copy);
            copy.Position = 0;
            return (Of(copy.GetBuffer().AsSpan(0, (int)copy.Length)), copy);
        }
    }
}
