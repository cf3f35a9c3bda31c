using System.Text;

namespace Deck.Models.Templating.Values;

/// <summary>An agate table as text: its columns with their types, as a table of Markdown.</summary>
internal static class QueryTableText
{
    private const string NameTitle = "column";
    private const string TypeTitle = "data_type";

    public static string Of(QueryTable table)
    {
        (string Name, string Type)[] lines = [.. table.ColumnNames.Zip(table.ColumnTypes, (name, type) => (name.Replace('\n', '↵'), type.ToString()))];
        int nameWidth = lines.Select(line => CodePoints.Count(line.Name)).Append(NameTitle.Length).Max();
        int typeWidth = lines.Select(line => line.Type.Length).Append(TypeTitle.Length).Max();
        var text = new StringBuilder();
        Append(NameTitle, TypeTitle);
        Append(new string('-', nameWidth), new string('-', typeWidth));
        foreach ((string name, string type) in lines)
        {
            Append(name, type);
        }

        return text.ToString();

        void Append(string name, string type) =>
            text.Append("| ").Append(name).Append(' ', nameWidth - CodePoints.Count(name)).Append(" | ").Append(type).Append(' ', typeWidth - type.Length).Append(" |\n");
    }
}
