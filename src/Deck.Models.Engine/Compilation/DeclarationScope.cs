using Deck.Models.Engine.Caching.Pieces;
using Deck.Models.Engine.Caching.Reads;
using Deck.Models.Engine.Compilation.Context;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Compilation;

/// <summary>What the dry render of any text of a project needs to know; one for the whole project, used by many threads at once.</summary>
public sealed class DeclarationScope
{
    private readonly Lazy<InvocationContext> invocation;
    private readonly Lazy<bool> ownWhereSubquery;

    public DeclarationScope()
    {
        invocation = new Lazy<InvocationContext>(MakeInvocation);
        ownWhereSubquery = new Lazy<bool>(FindOwnWhereSubquery);
    }

    public required ProjectContext Project { get; init; }

    /// <summary>All macros of the project, its packages and the embedded library.</summary>
    public required MacroRegistry Macros { get; init; }

    /// <summary>What `modules.datetime` reads.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>What the renders asked for beyond the project's files.</summary>
    internal SessionReads Reads { get; init; } = new();

    /// <summary>Renders of an earlier invocation that would give the same.</summary>
    internal KeptDeclarations Kept { get; init; } = KeptDeclarations.None;

    internal InvocationContext Invocation => invocation.Value;

    /// <summary>True where the project has its own `get_where_subquery`, which the `model` of every generic test goes through.</summary>
    internal bool HasOwnWhereSubquery => ownWhereSubquery.Value;

    private bool FindOwnWhereSubquery() => Macros.IsOverridden("get_where_subquery");

    private InvocationContext MakeInvocation() => new(Project, Macros, Clock);
}
