using Deck.Models.Templating;
using Deck.Models.Text;

namespace Deck.Models.Engine.Caching;

/// <summary>Which build of the tool this is: another one may understand projects otherwise, and keeps nothing of this one's.</summary>
internal static class ToolIdentity
{
    public const int Length = 16;

    /// <summary>The identities of the modules that read projects, one over the other.</summary>
    public static byte[] Bytes { get; } = Join(typeof(ToolIdentity), typeof(Template), typeof(SourceText));

    private static byte[] Join(params Type[] types)
    {
        byte[] joined = new byte[Length];
        for (int i = 0; i < types.Length; i++)
        {
            byte[] one = types[i].Module.ModuleVersionId.ToByteArray();
            for (int at = 0; at < Length; at++)
            {
                // Turned, so that two equal modules do not cancel each other.
                joined[at] ^= one[(at + i) % Length];
            }
        }

        return joined;
    }
}
