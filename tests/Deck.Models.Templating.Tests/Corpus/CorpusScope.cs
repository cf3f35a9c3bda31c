using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Tests.Corpus;

/// <summary>The names that a case finds: its context over the globals of its mode.</summary>
internal sealed class CorpusScope(IReadOnlyDictionary<string, Value> globals) : IRenderScope
{
    private readonly Dictionary<string, Value> own = [];

    public IEnumerable<KeyValuePair<string, Value>> All => globals.Where(g => !own.ContainsKey(g.Key)).Concat(own);

    public bool TryGet(string name, [NotNullWhen(true)] out Value? value) => own.TryGetValue(name, out value) || globals.TryGetValue(name, out value);

    public void Add(string name, Value value) => own[name] = value;

    public void AddContext(JsonElement? context)
    {
        foreach (JsonProperty property in context?.EnumerateObject() ?? default)
        {
            own[property.Name] = CorpusValues.Read(property.Value);
        }
    }
}
