using System.Collections.Immutable;
using System.Text.Json;
using Deck.Models.Engine.Compilation.Context.Nodes;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Reporting.Artifacts;

/// <summary>Writes the entries of a dict as members of the JSON object that the writer stands in.</summary>
internal sealed class JsonFields(Utf8JsonWriter json) : IFields
{
    public void Add(string key, Value value)
    {
        json.WritePropertyName(key);
        JsonValues.Write(json, value);
    }

    public void Add(string key, string? text) => json.WriteString(key, text);

    public void Add(string key, ImmutableArray<string> texts)
    {
        json.WritePropertyName(key);
        Write(texts);
    }

    public void AddDict<T>(string key, T content, Action<IFields, T> write)
        where T : class
    {
        json.WriteStartObject(key);
        write(this, content);
        json.WriteEndObject();
    }

    public void AddDicts<T>(string key, ImmutableArray<T> items, Action<IFields, T> write)
        where T : class
    {
        json.WriteStartArray(key);
        foreach (T item in items)
        {
            json.WriteStartObject();
            write(this, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public void AddLists<T>(string key, ImmutableArray<T> items, Func<T, ImmutableArray<string>> texts)
        where T : class
    {
        json.WriteStartArray(key);
        foreach (T item in items)
        {
            Write(texts(item));
        }

        json.WriteEndArray();
    }

    private void Write(ImmutableArray<string> texts)
    {
        json.WriteStartArray();
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
