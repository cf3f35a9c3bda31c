using System.Collections.Immutable;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Nodes;

/// <summary>Takes dbt's dict of something in, entry by entry, every key once: to be a dict of templates, or the text of an artifact and no value at all.</summary>
internal interface IFields
{
    void Add(string key, Value value);

    /// <param name="text">Null for None.</param>
    void Add(string key, string? text);

    void Add(string key, ImmutableArray<string> texts);

    /// <summary>A dict.</summary>
    void AddDict<T>(string key, T content, Action<IFields, T> write)
        where T : class;

    /// <summary>A list of dicts.</summary>
    void AddDicts<T>(string key, ImmutableArray<T> items, Action<IFields, T> write)
        where T : class;

    /// <summary>A list of lists of texts.</summary>
    void AddLists<T>(string key, ImmutableArray<T> items, Func<T, ImmutableArray<string>> texts)
        where T : class;
}
