using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation;

/// <summary>The mistakes that compiling finds.</summary>
public static class CompilationCodes
{
    public static readonly DiagnosticCode QueryFailed = new(650, "the database refused a query of a template");
}
