using System.Security.Cryptography;
using System.Text;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Planning.Statements;

/// <summary>Names for what is built beside a relation, cut to what PostgreSQL keeps of an identifier.</summary>
internal static class TemporaryName
{
    /// <summary>NAMEDATALEN - 1.</summary>
    private const int LongestIdentifier = 63;

    private const int HashLength = 8;

    public static RelationName Of(RelationName relation) => relation.WithIdentifier(With(relation.Identifier, "__dbt_tmp"));

    /// <summary>The identifier with a suffix; where both are too long, the identifier's end gives way to a hash of the whole.</summary>
    public static string With(string identifier, string suffix)
    {
        int room = LongestIdentifier - Encoding.UTF8.GetByteCount(suffix);
        return Encoding.UTF8.GetByteCount(identifier) <= room ? identifier + suffix : $"{Cut(identifier, room - HashLength - 1)}_{HashOf(identifier)}{suffix}";
    }

    /// <summary>Eight hexadecimal digits.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashLength];

    private static string Cut(string identifier, int bytes)
    {
        StringBuilder kept = new();
        foreach (Rune rune in identifier.EnumerateRunes())
        {
            bytes -= rune.Utf8SequenceLength;
            if (bytes < 0)
            {
                break;
            }

            kept.Append(rune);
        }

        return kept.ToString();
    }
}
