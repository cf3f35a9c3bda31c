using Deck.Models.Engine.Reporting;

namespace Deck.Models.Cli.Console;

/// <summary>Passes on the events of a level and those above it.</summary>
internal sealed class LevelFilter(IRunObserver observer, string level) : IRunObserver
{
    public void OnEvent(RunEvent happened)
    {
        if (LoggedEvent.Of(happened).IsAtLeast(level))
        {
            observer.OnEvent(happened);
        }
    }
}
