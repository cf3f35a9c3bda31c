namespace Deck.Models.Templating;

/// <summary>The names under which dbt's tags define macros inside a template.</summary>
public static class MacroNames
{
    /// <summary>The one parameter of every materialization.</summary>
    public const string SupportedLanguages = "supported_languages";

    public static string OfMacro(string name) => "dbt_macro__" + name;

    public static string OfTest(string name) => OfMacro("test_" + name);

    public static string OfMaterialization(string name, string adapter) => OfMacro($"materialization_{name}_{adapter}");

    public static string OfDocs(string name) => "dbt_docs__" + name;
}
