using System.Security.Cryptography;
using System.Text;
using Deck.Models.Engine.Compilation.Context;
using Deck.Models.Engine.Warnings;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Caching.Reads;

/// <summary>Digests of this invocation's variables and flags. They are salted: what an environment holds is not to be guessed from the cache.</summary>
internal sealed class ReadValues(InvocationSettings settings, byte[] salt)
{
    public const int SaltLength = 16;

    private const int DigestLength = 16;

    private readonly Lazy<string> flags = new(() => $"{new FlagsValue(settings).Repr()} {TextOf(settings.Warnings)}");

    public static byte[] NewSalt() => RandomNumberGenerator.GetBytes(SaltLength);

    public byte[] Environment(string name) => Digest("env", name, settings.Environment.GetValueOrDefault(name));

    /// <summary>What the command line says of a variable.</summary>
    public byte[] Variable(string name) => Variable(name, settings.Vars.GetValueOrDefault(name));

    public byte[] Variable(string name, Value? value) => Digest("var", name, value?.Repr());

    /// <summary>The digest of a text of our own notation.</summary>
    public byte[] Of(ReadOnlySpan<byte> text) => SHA256.HashData([.. salt, .. text])[..DigestLength];

    public byte[] Flags() => Digest("flags", "", flags.Value);

    /// <summary>Which warnings are errors decides what a template's own warning does.</summary>
    private static string TextOf(WarningPolicy policy) => string.Join(
        ' ',
        new[] { policy.Errors, policy.Warnings, policy.Silenced }.Select(names => string.Join(',', names.Order(StringComparer.Ordinal))).Append($"{policy.AllAreErrors}"));

    private byte[] Digest(string kind, string name, string? value)
    {
        byte[] text = Encoding.UTF8.GetBytes($"{kind} {name.Length} {name}{(value is null ? "" : "=")}{value}");
        return Of(text);
    }
}
