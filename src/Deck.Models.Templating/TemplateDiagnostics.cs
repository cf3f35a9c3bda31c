using System.Collections.Immutable;
using Deck.Models.Templating.Rendering;
using Deck.Models.Text;

namespace Deck.Models.Templating;

/// <summary>The codes of the template language's errors (DECK01xx), one for each family of Python exceptions, and how run-time errors become diagnostics.</summary>
public static class TemplateDiagnostics
{
    /// <summary>The class of errors that exist here only: a limit of <see cref="RenderOptions"/> was reached.</summary>
    public const string LimitClass = "RenderLimitError";

    /// <summary>TemplateSyntaxError: the text is not a template. Found by the parser.</summary>
    public static readonly DiagnosticCode Syntax = new(101, "template syntax");

    /// <summary>TemplateAssertionError: there is no filter or test of that name. Found by the parser.</summary>
    public static readonly DiagnosticCode UnknownFilterOrTest = new(102, "unknown filter or test");

    /// <summary>UndefinedError: a missing value was used.</summary>
    public static readonly DiagnosticCode Undefined = new(103, "undefined value");

    /// <summary>TypeError: an operation does not fit its operands, or a call its function.</summary>
    public static readonly DiagnosticCode Type = new(104, "wrong type");

    /// <summary>ValueError: the type is right but the value is not.</summary>
    public static readonly DiagnosticCode Value = new(105, "wrong value");

    /// <summary>ZeroDivisionError.</summary>
    public static readonly DiagnosticCode ZeroDivision = new(106, "division by zero");

    /// <summary>SecurityError: the sandbox forbids an access.</summary>
    public static readonly DiagnosticCode Security = new(107, "forbidden access");

    /// <summary>CompilationError: dbt's own, such as those of `exceptions.raise_compiler_error`.</summary>
    public static readonly DiagnosticCode Compilation = new(108, "compilation error");

    /// <summary>KeyError, IndexError and AttributeError.</summary>
    public static readonly DiagnosticCode Missing = new(109, "missing item or attribute");

    /// <summary>A limit on nested calls, loop iterations or output was reached.</summary>
    public static readonly DiagnosticCode Limit = new(110, "render limit");

    /// <summary>Every other class of error at run time.</summary>
    public static readonly DiagnosticCode Other = new(111, "template run-time error");

    /// <summary>The blocks of a macro file do not fit together. Found by the block lexer.</summary>
    public static readonly DiagnosticCode Blocks = new(112, "block structure");

    /// <summary>Every code of the template language.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } =
        [Syntax, UnknownFilterOrTest, Undefined, Type, Value, ZeroDivision, Security, Compilation, Missing, Limit, Other, Blocks];

    /// <summary>The code for a Python exception class.</summary>
    public static DiagnosticCode CodeOf(string pythonClass) => pythonClass switch
    {
        "TemplateSyntaxError" or "SyntaxError" => Syntax,
        "TemplateAssertionError" => UnknownFilterOrTest,
        "UndefinedError" => Undefined,
        "TypeError" => Type,
        "ValueError" or "UnicodeDecodeError" or "UnicodeEncodeError" => Value,
        "ZeroDivisionError" or "DivisionByZero" => ZeroDivision,
        "SecurityError" => Security,
        "CompilationError" => Compilation,
        "KeyError" or "IndexError" or "AttributeError" => Missing,
        "RecursionError" or LimitClass => Limit,
        _ => Other,
    };

    /// <summary>A run-time error with its place, and the calls between it and the level where the host came in, innermost first.</summary>
    internal static Diagnostic Describe(TemplateException error, RenderSession session, int level)
    {
        CallStack calls = session.Calls;
        Location? place = calls.Count > 0 && session.Place is { } node ? new Location(calls.Last.Template.Source, ErrorPlace.In(node, error)) : null;
        Diagnostic diagnostic = error.Diagnostic ?? Diagnostic.Error(CodeOf(error.PythonClass), ErrorText.ToSentence(MacroNames.ForUsers(error.Message)));
        if (diagnostic.Location is null && place is not null)
        {
            diagnostic = diagnostic.At(place);
        }

        return diagnostic.WithHint(NameHints.For(error, session)).WithRelated(StackOf(calls, level));
    }

    private static IEnumerable<RelatedLocation> StackOf(CallStack calls, int level)
    {
        for (int i = calls.Count - 1; i > 0 && i >= level; i--)
        {
            CallRecord call = calls[i];
            if (call.Name.Length > 0 && call.CallSite is { } site)
            {
                yield return new RelatedLocation($"`{MacroNames.ForUsers(call.Name)}` called", new Location(calls[i - 1].Template.Source, site.Span));
            }
        }
    }
}
