namespace Deck.Models.Engine.Compilation.Context;

/// <summary>One node's turns on `graph`, whose values the templates of all nodes may change, on as many threads.</summary>
/// <remarks>
/// What Python's global lock does for dbt: a render that has touched `graph` keeps the others that do so waiting until it ends or waits for
/// the database itself. Renders that leave `graph` alone never wait.
/// </remarks>
internal sealed class GraphTurn(Lock gate)
{
    private bool hasTouched;
    private int depth;

    public void Begin()
    {
        depth++;
        if (depth == 1 && hasTouched)
        {
            gate.Enter();
        }
    }

    public void End()
    {
        depth--;
        if (depth == 0 && hasTouched)
        {
            gate.Exit();
        }
    }

    /// <summary>The template gets hold of `graph`, for this render and, through what it keeps, for later ones.</summary>
    public void Touch()
    {
        if (depth > 0 && !hasTouched)
        {
            gate.Enter();
            hasTouched = true;
        }
    }

    /// <summary>Leaves `graph` to others while the database works.</summary>
    public T WhileOthersMay<T>(Func<T> wait)
    {
        if (depth == 0 || !hasTouched)
        {
            return wait();
        }

        gate.Exit();
        try
        {
            return wait();
        }
        finally
        {
            gate.Enter();
        }
    }
}
