namespace Deck.Models.Engine.Caching;

/// <summary>Where what was parsed is kept from one invocation to the next (port). It is a help and nothing more: what cannot be read or written is done without.</summary>
public interface IParseStore
{
    /// <summary>What was kept last, or null.</summary>
    byte[]? Read();

    /// <summary>Replaces it in one step, so that other processes see the old content or the new one; at once, or beside what the invocation goes on to do.</summary>
    /// <param name="make">Makes the content, on any thread.</param>
    void Write(Func<ReadOnlyMemory<byte>> make);
}
