using System.Collections.Concurrent;
using Deck.Models.Engine.Compilation.Context.Adapter;
using Deck.Models.Engine.Planning.Statements;
using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Selection.State;

namespace Deck.Models.Engine.Compilation.Context.References;

/// <summary>`--defer`: references to what is not built here lead to where an earlier run built it.</summary>
/// <param name="favorsState">`--favor-state`: the earlier run's relation of everything that is not selected, even where this target has one.</param>
public sealed class Deferral(PreviousState state, bool favorsState)
{
    private readonly ConcurrentDictionary<NodeId, bool> missing = new();

    /// <summary>Where the earlier run built a node, or null.</summary>
    internal RelationName? RelationOf(NodeId id) => state.Manifest?.RelationOf(id);

    /// <summary>The relation to use in place of a node's own, or null.</summary>
    internal RelationName? Find(Node target, ExecuteScope scope)
    {
        if (state.Manifest?.RelationOf(target.Id) is not { } elsewhere)
        {
            return null;
        }

        // What is selected may be built meanwhile; the rest stays as it is.
        bool selected = scope.Compilation.Session.IsSelected(target.Id);
        bool defers = selected ? IsMissing(target, scope) : favorsState || missing.GetOrAdd(target.Id, _ => IsMissing(target, scope));
        return defers ? elsewhere : null;
    }

    /// <summary>Without a connection, what is selected counts as built and the rest as missing.</summary>
    private static bool IsMissing(Node target, ExecuteScope scope) => scope.Compilation.Introspection is null
        ? !scope.Compilation.Session.IsSelected(target.Id)
        : target is FunctionNode function ? !IsInDatabase(function, scope)
        : target.Relation is not { } own || RelationLookup.Find(scope, own.Schema, own.Identifier).IsNone;

    private static bool IsInDatabase(FunctionNode function, ExecuteScope scope) => function.Relation is { } name && scope.Query($"""
        select 1 from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
        where n.nspname = {SqlLiteral.Of(name.Schema)} and p.proname = {SqlLiteral.Of(name.Identifier)} limit 1
        """).Rows.Count > 0;
}
