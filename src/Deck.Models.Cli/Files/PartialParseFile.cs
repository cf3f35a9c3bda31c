using Deck.Models.Engine.Caching;

namespace Deck.Models.Cli.Files;

/// <summary>`target/partial_parse.deckmodel`: what was parsed, for the next invocation. Where it cannot be read or written the project is parsed again, and that is all.</summary>
/// <param name="debug">Hears why, where that is wanted.</param>
/// <param name="background">Where it is written.</param>
internal sealed class PartialParseFile(string path, Action<string> debug, BackgroundWork background) : IParseStore
{
    public const string Name = "partial_parse.deckmodel";

    public byte[]? Read()
    {
        try
        {
            return File.Exists(path) ? FileException.Guard(path, () => File.ReadAllBytes(path)) : null;
        }
        catch (FileException refused)
        {
            debug($"{path} is not read: {refused.Message}");
            return null;
        }
    }

    public void Write(Func<ReadOnlyMemory<byte>> make) => background.Start(() => Replace(make()));

    private void Replace(ReadOnlyMemory<byte> content)
    {
        try
        {
            AtomicFile.Write(path, stream => stream.Write(content.Span));
        }
        catch (FileException refused)
        {
            debug($"{path} is not written: {refused.Message}");
        }
    }
}
