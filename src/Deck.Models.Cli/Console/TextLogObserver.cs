using System.Globalization;
using Deck.Models.Engine.Reporting;

namespace Deck.Models.Cli.Console;

/// <summary>Tells a run as lines of text with time, level and thread: a log file for reading.</summary>
internal sealed class TextLogObserver(TextWriter writer) : IRunObserver
{
    public void OnEvent(RunEvent happened)
    {
        LoggedEvent logged = LoggedEvent.Of(happened);
        writer.WriteLine($"{logged.At.UtcDateTime.ToString("HH:mm:ss.ffffff", CultureInfo.InvariantCulture)} [{logged.Level,-5}] [{logged.Thread}]: {logged.Text}");
    }
}
