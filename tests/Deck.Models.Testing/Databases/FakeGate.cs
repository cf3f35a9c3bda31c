using Deck.Models.Engine.Execution;

namespace Deck.Models.Testing.Databases;

/// <summary>Holds a statement of a <see cref="FakeDatabase"/> until the test lets it pass, so that no test sleeps.</summary>
public sealed class FakeGate
{
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the statement has come; fails after a while.</summary>
    public Task Reached => reached.Task.WaitAsync(TestDatabase.Patience);

    public bool IsReached => reached.Task.IsCompleted;

    public void Open() => opened.TrySetResult();

    /// <summary>Lets the statement fail.</summary>
    public void Fail() => opened.TrySetException(new DatabaseException(new DatabaseError { SqlState = "22012", Message = "division by zero" }));

    internal Task PassAsync(CancellationToken cancellation)
    {
        reached.TrySetResult();
        return opened.Task.WaitAsync(cancellation);
    }
}
