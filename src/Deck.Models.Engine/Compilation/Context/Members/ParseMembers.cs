using Deck.Models.Engine.Compilation.Context.Adapter;
using Deck.Models.Engine.Compilation.Context.Runtime;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Members;

/// <summary>The context of the parse phase: references are noted, nothing is asked of the database.</summary>
internal static class ParseMembers
{
    private static readonly KeyValuePair<string, Func<NodeScope, Value>>[] Own =
    [
        new("ref", s => new ReferenceFunction("ref", s, a => ((ParseScope)s).NoteRef(a))),
        new("source", s => new ReferenceFunction("source", s, a => ((ParseScope)s).NoteSource(a))),
        new("metric", s => new ReferenceFunction("metric", s, a => ((ParseScope)s).NoteMetric(a))),
        new("function", s => new ReferenceFunction("function", s, a => ((ParseScope)s).NoteFunction(a))),
        new("config", s => new ConfigRecorder(s, ((ParseScope)s).Recorder)),
        new("adapter", s => new AdapterValue(s, ParseAdapter.Members)),
        new("graph", _ => new DictValue()),
        new("selected_resources", _ => Value.List()),
    ];

    /// <summary>For texts of SQL.</summary>
    public static readonly MemberTable Sql = new(BaseMembers.Properties, BaseMembers.Sql, Own);

    /// <summary>For macros that are called outside any node: references have no meaning there.</summary>
    public static readonly MemberTable Macro = new(BaseMembers.Properties, BaseMembers.Sql, Own.Where(m => m.Key is "adapter" or "graph"));

    /// <summary>For strings of schema YAML.</summary>
    public static readonly MemberTable Properties = new(BaseMembers.Properties);
}
