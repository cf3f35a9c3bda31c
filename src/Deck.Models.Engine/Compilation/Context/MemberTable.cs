using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context;

/// <summary>The members of one phase's context: how each name's value is made for a node.</summary>
internal sealed class MemberTable
{
    private readonly FrozenDictionary<string, Func<NodeScope, Value>> makers;

    public MemberTable(params IEnumerable<IEnumerable<KeyValuePair<string, Func<NodeScope, Value>>>> parts)
    {
        Dictionary<string, Func<NodeScope, Value>> all = new(StringComparer.Ordinal);
        foreach ((string name, Func<NodeScope, Value> make) in parts.SelectMany(p => p))
        {
            all[name] = make;
        }

        makers = all.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public IEnumerable<string> Names => makers.Keys;

    public bool TryFind(string name, [NotNullWhen(true)] out Func<NodeScope, Value>? make) => makers.TryGetValue(name, out make);
}
