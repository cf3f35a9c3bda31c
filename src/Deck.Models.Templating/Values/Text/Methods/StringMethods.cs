namespace Deck.Models.Templating.Values;

/// <summary>All methods of str.</summary>
internal static class StringMethods
{
    private static readonly MethodTable<StringValue> Table = new(
    [
        .. StringCaseMethods.All, .. StringSearchMethods.All, .. StringSplitMethods.All, .. StringPaddingMethods.All,
        .. StringClassMethods.All, .. StringConversionMethods.All,
    ]);

    public static IEnumerable<string> Names => Table.Names;

    public static Value? Bind(StringValue self, string name) => Table.Bind(self, name);

    /// <summary>The text of an argument that must be a str.</summary>
    public static string Demand(Value value, string message) =>
        value is StringValue text ? text.Text : throw TemplateException.TypeError($"{message}, not {value.TypeName}");
}
