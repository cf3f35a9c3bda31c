namespace Deck.Models.Templating.Values;

/// <summary>What agate's tables can do and those of templates cannot.</summary>
internal static class QueryTableRefusals
{
    /// <summary>A method that writes files.</summary>
    public static TemplateException NoFiles(string method) =>
        new("SecurityError", $"`{method}` would write a file, which templates may not") { Hint = "`print_csv()` and `print_json()` write to standard output" };

    /// <summary>A method that takes agate's own objects, which templates have no way to make, or guesses types.</summary>
    public static TemplateException NotThere(string method) =>
        new("CompilationError", $"query results have no `{method}` here") { Hint = "let the query do it: SQL groups, counts and computes" };
}
