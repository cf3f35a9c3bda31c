using Deck.Models.Engine.Caching;

namespace Deck.Models.Engine.Tests.Caching;

/// <summary>Keeps what was parsed in memory.</summary>
internal sealed class MemoryStore : IParseStore
{
    public byte[]? Content { get; set; }

    public byte[]? Read() => Content;

    public void Write(Func<ReadOnlyMemory<byte>> make) => Content = make().ToArray();
}
