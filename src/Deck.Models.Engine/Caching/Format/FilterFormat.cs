using System.Collections.Immutable;
using Deck.Models.Engine.Resolution.Semantics;

namespace Deck.Models.Engine.Caching.Format;

/// <summary>The notation of texts with their places, such as the conditions of metrics.</summary>
internal static class FilterFormat
{
    public static void Write(CacheWriter writer, WhereFilters? filters) => writer.Optional(filters, static (to, some) => Write(to, some.Filters));

    public static WhereFilters? Read(CacheReader reader) => reader.Optional(() => new WhereFilters { Filters = ReadTexts(reader) });

    public static void Write(CacheWriter writer, ImmutableArray<PlacedText> texts) => writer.All(texts, static (to, text) =>
    {
        to.Text(text.Text);
        to.Place(text.Location);
    });

    public static ImmutableArray<PlacedText> ReadTexts(CacheReader reader) => reader.All(() => new PlacedText(reader.Text(), reader.Place()));
}
