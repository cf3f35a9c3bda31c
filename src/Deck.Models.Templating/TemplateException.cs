using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating;

/// <summary>A run-time error of a template, on its way to the boundary that turns it into a diagnostic.</summary>
/// <remarks>Thrown while rendering only, by values and by functions of the host; parsing collects diagnostics instead.</remarks>
public sealed class TemplateException : Exception
{
    /// <summary>An error of a Python exception class.</summary>
    /// <example>
    /// <code>
    /// throw new TemplateException("KeyError", "'orders'") { Hint = "did you mean `order`?" };
    /// </code>
    /// </example>
    public TemplateException(string pythonClass, string message)
        : base(message) => PythonClass = pythonClass;

    /// <summary>An error of the host that is a diagnostic already, such as an unknown `ref` or a database error.</summary>
    public TemplateException(Diagnostic diagnostic)
        : base(diagnostic.Message)
    {
        PythonClass = "CompilationError";
        Diagnostic = diagnostic;
    }

    /// <summary>The Python exception class that Jinja or dbt raises here, such as `TypeError`.</summary>
    public string PythonClass { get; }

    /// <summary>The host's own diagnostic; its location, where it has none, becomes that of the call.</summary>
    public Diagnostic? Diagnostic { get; }

    /// <summary>A way to go on, such as "did you mean `upper`?", or null.</summary>
    public string? Hint { get; init; }

    /// <summary>The missing value whose use is the error, or null: a suggestion is looked for among what it could have been.</summary>
    internal UndefinedValue? Missing { get; init; }

    /// <summary>The keyword argument that is wrong, or null: the error is shown there.</summary>
    internal string? Keyword { get; init; }

    /// <summary>The part of the node at work that is wrong, or null where all of it may be.</summary>
    internal TextSpan? Part { get; init; }

    /// <summary>The operands or arguments are of the wrong type.</summary>
    public static TemplateException TypeError(string message) => new("TypeError", message);

    /// <summary>The type is right but the value is not.</summary>
    public static TemplateException ValueError(string message) => new("ValueError", message);

    /// <summary>A missing value was used.</summary>
    public static TemplateException UndefinedError(string message) => new("UndefinedError", message);

    /// <summary>The sandbox forbids it.</summary>
    public static TemplateException SecurityError(string message) => new("SecurityError", message);

    /// <summary>dbt's `exceptions.raise_compiler_error` and its kin.</summary>
    public static TemplateException CompilationError(string message) => new("CompilationError", message);
}
