using Deck.Models.Engine.Reporting;
using Deck.Models.Text;

namespace Deck.Models.Cli.Console;

/// <summary>Tells what an invocation has to say outside of a run: as text, or with `--log-format json` as JSON lines on standard output, mistakes too.</summary>
internal sealed class Announcer(CliHost host)
{
    private JsonLinesObserver? json;

    /// <summary>From now on all that is told is a JSON line.</summary>
    public void UseJson() => json ??= new JsonLinesObserver(host.Out, new LoggedInvocation(host.InvocationId, ""));

    public void Print(params IEnumerable<Diagnostic> diagnostics)
    {
        if (json is null)
        {
            DiagnosticPrinter.Print(host.Error, diagnostics);
            return;
        }

        foreach (Diagnostic diagnostic in diagnostics)
        {
            json.OnEvent(new DiagnosticRaised(host.Clock.GetUtcNow(), diagnostic));
        }
    }

    /// <summary>Hears what templates say outside of a run.</summary>
    public IRunObserver Observer(ConsoleVerbosity verbosity) => json is null ? new PlainObserver(host.Out, verbosity) : json;

    /// <summary>A line of the command's own output.</summary>
    public void Say(string text)
    {
        if (json is null)
        {
            host.Out.WriteLine(text);
        }
        else
        {
            json.Say(host.Clock.GetUtcNow(), text);
        }
    }
}
