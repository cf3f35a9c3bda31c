using System.Collections.Immutable;
using Deck.Models.Engine.Reporting;

namespace Deck.Models.Cli.Console;

/// <summary>Passes every event on to several observers, in order.</summary>
internal sealed class CompositeObserver(ImmutableArray<IRunObserver> observers) : IRunObserver
{
    public void OnEvent(RunEvent happened)
    {
        foreach (IRunObserver observer in observers)
        {
            observer.OnEvent(happened);
        }
    }
}
