using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Resolution.Configs;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Caching.Format;

/// <summary>The notation of a node's config: what differs from the defaults of its type.</summary>
internal static class ConfigFormat
{
    public static void Write(CacheWriter writer, NodeConfig config)
    {
        writer.Number(config.Slots.Count);
        foreach (Value? value in config.Slots)
        {
            ValueFormat.Write(writer, value);
        }

        writer.Number(config.Others.Count);
        foreach ((string key, Value value) in config.Others)
        {
            writer.Text(key);
            ValueFormat.Write(writer, value);
        }

        writer.Number(config.Places.Count);
        foreach ((string key, Location place) in config.Places)
        {
            writer.Text(key);
            writer.Place(place);
        }
    }

    public static NodeConfig Read(CacheReader reader, ResourceType type)
    {
        Value?[]? values = ReadSlots(reader);
        KeyValuePair<string, Value>[] others = new KeyValuePair<string, Value>[reader.Number()];
        for (int i = 0; i < others.Length; i++)
        {
            others[i] = new(reader.Text(), ValueFormat.Read(reader));
        }

        KeyValuePair<string, Location>[] places = new KeyValuePair<string, Location>[reader.Number()];
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = new(reader.Text(), reader.Place());
        }

        return new NodeConfig(ConfigDefaults.Of(type), values, others, places);
    }

    private static Value?[]? ReadSlots(CacheReader reader)
    {
        int count = reader.Number();
        if (count == 0)
        {
            return null;
        }

        Value?[] values = new Value?[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = ValueFormat.ReadOrNull(reader);
        }

        return values;
    }
}
