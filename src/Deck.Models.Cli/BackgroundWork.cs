namespace Deck.Models.Cli;

/// <summary>What goes on beside a command, which ends with it and not before.</summary>
internal sealed class BackgroundWork
{
    private readonly List<Task> started = [];

    /// <summary>To be called by the command's own thread.</summary>
    public void Start(Action work) => started.Add(Task.Run(work));

    public Task FinishAsync() => Task.WhenAll(started);
}
