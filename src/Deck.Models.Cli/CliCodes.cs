using Deck.Models.Text;

namespace Deck.Models.Cli;

/// <summary>Diagnostics of the command line itself: DECK09xx.</summary>
internal static class CliCodes
{
    public static readonly DiagnosticCode BadUsage = new(901, "bad usage");
    public static readonly DiagnosticCode NoProject = new(902, "no project file");
    public static readonly DiagnosticCode BadVars = new(903, "`--vars` or `--args` is not a mapping");
    public static readonly DiagnosticCode BadFlagValue = new(904, "bad value of a flag");
    public static readonly DiagnosticCode NothingToShow = new(905, "nothing to show");
    public static readonly DiagnosticCode UnsafeClean = new(906, "a clean target outside the project");
    public static readonly DiagnosticCode AlreadyExists = new(907, "a file is in the way");
    public static readonly DiagnosticCode FileTrouble = new(908, "a file cannot be written");
    public static readonly DiagnosticCode NotLocal = new(909, "the target is not a local server");
    public static readonly DiagnosticCode NothingSelected = new(910, "nothing selected") { WarningName = "NothingToDo" };
    public static readonly DiagnosticCode NoCatalog = new(912, "the relations are not described");
    public static readonly DiagnosticCode NotExported = new(914, "saved queries are not exported");
    public static readonly DiagnosticCode CannotListen = new(913, "a port cannot be listened on");
    public static readonly DiagnosticCode LeftoverKept = new(915, "a leftover that cannot be dropped");
    public static readonly DiagnosticCode NoPreviousRun = new(911, "no run that can be retried");
}
