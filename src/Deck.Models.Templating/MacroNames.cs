namespace Deck.Models.Templating;

/// <summary>The names under which dbt's tags define macros inside a template.</summary>
internal static class MacroNames
{
    /// <summary>The one parameter of every materialization.</summary>
    public const string SupportedLanguages = "supported_languages";

    private const string MacroPrefix = "dbt_macro__";

    public static string OfMacro(string name) => MacroPrefix + name;

    /// <summary>A name, or a message with such names in it, as the user wrote them.</summary>
    public static string ForUsers(string text) => text.Replace(MacroPrefix, "", StringComparison.Ordinal);

    public static string OfTest(string name) => OfMacro("test_" + name);

    public static string OfMaterialization(string name, string adapter) => OfMacro($"materialization_{name}_{adapter}");

    public static string OfDocs(string name) => "dbt_docs__" + name;
}
