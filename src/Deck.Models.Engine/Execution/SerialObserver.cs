using Deck.Models.Engine.Reporting;

namespace Deck.Models.Engine.Execution;

/// <summary>Passes events on one at a time, whatever thread they come from.</summary>
internal sealed class SerialObserver(IRunObserver inner) : IRunObserver
{
    private readonly Lock turn = new();

    public void OnEvent(RunEvent happened)
    {
        lock (turn)
        {
            inner.OnEvent(happened);
        }
    }
}
