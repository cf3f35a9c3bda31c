namespace Deck.Models.Engine.Reporting;

/// <summary>Hears everything that happens in a run (port): console, JSON log, artifacts. Called from many threads, one call at a time.</summary>
public interface IRunObserver
{
    void OnEvent(RunEvent happened);
}
