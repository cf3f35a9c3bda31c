using Deck.Models.Engine.Compilation.Context.Adapter;
using Deck.Models.Engine.Compilation.Context.Runtime;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Members;

/// <summary>The context of compiling.</summary>
internal static class ExecuteMembers
{
    private static readonly KeyValuePair<string, Func<NodeScope, Value>>[] Own =
    [
        new("ref", s => new ReferenceFunction("ref", s, a => Scope(s).References.Ref(ReferenceArguments.ReadRef(a, s), Scope(s)))),
        new("source", s => new ReferenceFunction("source", s, a => Scope(s).References.Source(ReferenceArguments.ReadSource(a, s), Scope(s)))),
        new("config", s => new ConfigValue(Scope(s))),
        new("adapter", s => new AdapterValue(s, ExecuteAdapter.Members)),
        new("graph", s => Scope(s).Graph),
        new("selected_resources", s => Value.List(Scope(s).Compilation.Session.Selected.Select(id => Value.Of(id.Value)))),
        new("pre_hooks", s => HookTexts.ToValue(Scope(s).Node, "pre-hook")),
        new("post_hooks", s => HookTexts.ToValue(Scope(s).Node, "post-hook")),
    ];

    public static readonly MemberTable All = new(BaseMembers.Properties, BaseMembers.Sql, Own);

    private static ExecuteScope Scope(NodeScope scope) => (ExecuteScope)scope;
}
