using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Deck.Models.Engine.Caching;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Planning;
using Deck.Models.Engine.Planning.Materializations;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Execution;

/// <summary>The digest of all that a seed's table is made of: its file, the statements around it, and the build of this tool, which infers the types.</summary>
internal static class SeedDigest
{
    /// <summary>What the file holds is in its bytes.</summary>
    private static readonly SeedTable Unread = new([], (_, _) => Task.FromResult(0L));

    private static readonly ImmutableArray<string> ReadingKeys = ["delimiter", "column_types", "quote_columns"];

    /// <summary>The digest, or null where the statements are not known before the table is loaded: those of hooks that query the database.</summary>
    /// <param name="file">The seed's file from its start.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static string? Of(CompiledModel seed, Stream file)
    {
        if (seed.PostHooks.IsDeferred(inTransaction: true) || seed.PostHooks.IsDeferred(inTransaction: false)
            || !SeedMaterialization.Plan(seed, Unread, null, new MaterializationOptions()).Succeeded(out MaterializationPlan? plan))
        {
            return null;
        }

        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(ToolIdentity.Bytes);
        IEnumerable<string> configs = ReadingKeys.Select(key => seed.Node.Config.TryGet(key, out Value? value) ? value.Repr() : "");
        hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\0', configs.Append(TextOf(plan)))));
        AppendFile(hash, file);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string TextOf(MaterializationPlan plan)
    {
        using StringWriter text = new();
        PlanPrinter.Print(plan, text);
        return text.ToString();
    }

    private static void AppendFile(IncrementalHash hash, Stream file)
    {
        byte[] buffer = new byte[64 * 1024];
        int read;
        while ((read = file.Read(buffer)) > 0)
        {
            hash.AppendData(buffer, 0, read);
        }
    }
}
