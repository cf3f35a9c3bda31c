using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Caching.Format;

/// <summary>The notation of what a text refers to.</summary>
internal static class CallFormat
{
    public static void Write(CacheWriter writer, TextCalls calls)
    {
        writer.All(calls.Refs, WriteRef);
        writer.All(calls.Sources, static (to, call) => WriteCall(to, call.Source, call.Table, call.Location));
        writer.All(calls.Metrics, static (to, call) => WriteCall(to, call.Package, call.Name, call.Location));
        writer.All(calls.Functions, static (to, call) => WriteCall(to, call.Package, call.Name, call.Location));
    }

    /// <summary>The parts are read in the order in which they stand here.</summary>
    public static TextCalls Read(CacheReader reader) => new(
        reader.All(() => new RefCall(reader.TextOrNull(), reader.Text(), ValueFormat.ReadOrNull(reader), reader.Place())),
        reader.All(() => new SourceCall(reader.Text(), reader.Text(), reader.Place())),
        reader.All(() => new MetricCall(reader.TextOrNull(), reader.Text(), reader.Place())),
        reader.All(() => new FunctionCall(reader.TextOrNull(), reader.Text(), reader.Place())));

    private static void WriteRef(CacheWriter writer, RefCall call)
    {
        writer.Text(call.Package);
        writer.Text(call.Name);
        ValueFormat.Write(writer, call.Version);
        writer.Place(call.Location);
    }

    private static void WriteCall(CacheWriter writer, string? owner, string name, Location location)
    {
        writer.Text(owner);
        writer.Text(name);
        writer.Place(location);
    }
}
