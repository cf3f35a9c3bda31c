using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation;

/// <summary>The mistakes that the dry render and compiling find.</summary>
public static class CompilationCodes
{
    public static readonly DiagnosticCode UnknownReference = new(601, "unknown model, seed or snapshot in `ref`");

    public static readonly DiagnosticCode UnknownSource = new(602, "unknown source");

    public static readonly DiagnosticCode UndeclaredReference = new(603, "reference that the dry render did not meet");

    public static readonly DiagnosticCode UnknownDispatch = new(604, "no macro for a dispatch");

    public static readonly DiagnosticCode UnknownMacro = new(605, "unknown macro");

    public static readonly DiagnosticCode WrongCall = new(606, "wrong arguments for a function of the context");

    public static readonly DiagnosticCode RaisedByTemplate = new(610, "error raised by a template");

    public static readonly DiagnosticCode NoName = new(607, "a macro that gives a relation no name");

    public static readonly DiagnosticCode MissingConfig = new(611, "required config missing");

    public static readonly DiagnosticCode InvalidHook = new(614, "hook that is neither text nor sql dict");

    public static readonly DiagnosticCode InvalidQueryComment = new(615, "query-comment that cannot be a comment");

    public static readonly DiagnosticCode MissingFixture = new(620, "unit test without rows for an input");

    public static readonly DiagnosticCode UnknownFixtureColumn = new(621, "unknown column in a unit test's rows");

    public static readonly DiagnosticCode NoColumns = new(622, "unit test input without known columns");

    public static readonly DiagnosticCode MaterializationContract = new(639, "a materialization without its statement or its answer");

    public static readonly DiagnosticCode QueryFailed = new(650, "the database refused a query of a template");

    public static readonly DiagnosticCode QueriesNotAllowed = new(651, "query where none are allowed");

    public static readonly DiagnosticCode StatementFailed = new(652, "the database refused a node's SQL");
}
