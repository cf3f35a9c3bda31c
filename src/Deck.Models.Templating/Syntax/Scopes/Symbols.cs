using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Templating.Syntax.Scopes;

/// <summary>The names of one scope while a template is being bound; the rules are those of Jinja's own compiler.</summary>
/// <remarks>
/// A name is local to a scope as soon as the scope assigns it anywhere; until then it is the outer variable, or the host's. The
/// branches of an `if` are looked at each for itself, as an overlay on the scope, and merged afterwards.
/// </remarks>
internal sealed class Symbols
{
    private static readonly HashSet<string> NoStores = [];
    private static readonly Dictionary<string, Variable> NoVariables = [];
    private static readonly Dictionary<Variable, VariableLoad> NoLoads = [];

    private readonly Symbols? outer;
    private readonly Symbols? original;
    private Dictionary<string, Variable>? pool;
    private Dictionary<string, Variable>? variables;
    private Dictionary<Variable, VariableLoad>? loads;
    private HashSet<string>? stores;

    private Symbols(FunctionLayout function, Symbols? outer, Symbols? original)
    {
        Function = function;
        this.outer = outer;
        this.original = original;
    }

    public FunctionLayout Function { get; }

    /// <summary>The scope of a whole template or block, outside of which there is only the host.</summary>
    public static Symbols Root(FunctionLayout function) => new(function, null, null);

    /// <summary>A scope inside this one, in the same function.</summary>
    public Symbols Inner() => new(Function, this, null);

    /// <summary>The scope of a function written inside this scope.</summary>
    public Symbols InnerFunction() => new(new FunctionLayout(Function.Depth + 1), this, null);

    /// <summary>An overlay that collects what one branch of an `if` does.</summary>
    public Symbols Branch() => new(Function, outer, this);

    public void Store(string name)
    {
        (stores ??= []).Add(name);
        if (!TryFindOwn(name, out _))
        {
            Variable? outside = outer?.Find(name);
            Define(name, outside is null ? new VariableLoad(LoadKind.Undefined) : new VariableLoad(LoadKind.Alias, outside));
        }
    }

    public void Load(string name)
    {
        if (Find(name) is null)
        {
            Define(name, new VariableLoad(LoadKind.Resolve));
        }
    }

    public Variable DeclareParameter(string name)
    {
        (stores ??= []).Add(name);
        return Define(name, new VariableLoad(LoadKind.Parameter));
    }

    public Variable? Find(string name)
    {
        for (Symbols? scope = this; scope is not null; scope = scope.original ?? scope.outer)
        {
            if (scope.variables is { } own && own.TryGetValue(name, out Variable? variable))
            {
                return variable;
            }
        }

        return null;
    }

    /// <summary>Whether the host is asked for a variable that has no value yet.</summary>
    public bool Resolves(Variable variable)
    {
        for (Symbols? scope = this; scope is not null; scope = scope.original ?? scope.outer)
        {
            if (scope.loads is { } own && own.TryGetValue(variable, out VariableLoad? load))
            {
                return load.Kind == LoadKind.Resolve;
            }
        }

        return false;
    }

    /// <summary>Takes in what the branches of an `if` did: a name that any of them assigns starts as what it was outside.</summary>
    public void Merge(params Symbols[] branches)
    {
        HashSet<string>? assigned = FindAssigned(branches);
        foreach (Symbols branch in branches)
        {
            TakeIn(branch);
        }

        foreach (string name in assigned ?? NoStores)
        {
            if (Find(name) is { } variable)
            {
                Variable? outside = outer?.Find(name);
                (loads ??= [])[variable] = outside is null ? new VariableLoad(LoadKind.Resolve) : new VariableLoad(LoadKind.Alias, outside);
            }
        }
    }

    /// <summary>What has to happen to the slots when the scope is entered, once all of its names are known.</summary>
    public ScopeEntry Entry()
    {
        if (loads is null)
        {
            return ScopeEntry.Empty;
        }

        List<Variable> cleared = [];
        List<SlotCopy> copies = [];
        foreach ((Variable variable, VariableLoad load) in loads)
        {
            if (load is { Kind: LoadKind.Alias, Outer: { } from })
            {
                copies.Add(new SlotCopy(Function.Depth - from.Function.Depth, from.Slot, variable.Slot, Resolves(from) ? variable.Name : null));
            }
            else if (load.Kind == LoadKind.Undefined || (load.Kind == LoadKind.Resolve && HasStore(variable.Name)))
            {
                cleared.Add(variable);
            }
        }

        return cleared.Count == 0 && copies.Count == 0 ? ScopeEntry.Empty : new ScopeEntry([.. cleared], [.. copies]);
    }

    /// <summary>Every assigned name that is visible here, with its variable.</summary>
    public IEnumerable<Variable> VisibleStores()
    {
        HashSet<string>? seen = null;
        for (Symbols? scope = this; scope is not null; scope = scope.outer)
        {
            foreach (string name in scope.stores ?? NoStores)
            {
                if ((seen ??= []).Add(name) && Find(name) is { } variable)
                {
                    yield return variable;
                }
            }
        }
    }

    /// <summary>What any of the branches assigns and the scope does not; null for nothing.</summary>
    private HashSet<string>? FindAssigned(Symbols[] branches)
    {
        HashSet<string>? assigned = null;
        foreach (Symbols branch in branches)
        {
            foreach (string name in branch.stores ?? NoStores)
            {
                if (!HasStore(name))
                {
                    (assigned ??= []).Add(name);
                }
            }
        }

        return assigned;
    }

    private bool HasStore(string name) => (stores?.Contains(name) ?? false) || (original?.HasStore(name) ?? false);

    private bool TryFindOwn(string name, [NotNullWhen(true)] out Variable? variable)
    {
        variable = null;
        return (variables?.TryGetValue(name, out variable) ?? false) || (original?.TryFindOwn(name, out variable) ?? false);
    }

    private Variable Define(string name, VariableLoad load)
    {
        Variable variable = Pooled(name);
        (variables ??= [])[name] = variable;
        (loads ??= [])[variable] = load;
        return variable;
    }

    /// <summary>The variable of a name in this scope: one for all branches of it.</summary>
    private Variable Pooled(string name)
    {
        if (original is not null)
        {
            return original.Pooled(name);
        }

        pool ??= [];
        if (!pool.TryGetValue(name, out Variable? variable))
        {
            variable = new Variable(Function, name);
            pool.Add(name, variable);
        }

        return variable;
    }

    /// <summary>Branches that define the same name share one variable; the last branch says how it starts.</summary>
    private void TakeIn(Symbols branch)
    {
        foreach ((string name, Variable variable) in branch.variables ?? NoVariables)
        {
            (variables ??= [])[name] = variable;
        }

        foreach ((Variable variable, VariableLoad load) in branch.loads ?? NoLoads)
        {
            (loads ??= [])[variable] = load;
        }

        if (branch.stores is not null)
        {
            (stores ??= []).UnionWith(branch.stores);
        }
    }
}
