using System.Diagnostics.CodeAnalysis;
using System.Text;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Results;

/// <summary>Reads PostgreSQL's text form of arrays: `{1,NULL,"a b",{2}}`.</summary>
internal static class ArrayText
{
    /// <param name="elementType">The element's type name.</param>
    public static bool TryRead(string text, string elementType, [NotNullWhen(true)] out ListValue? list)
    {
        // Bounds other than from 1 stand before an equals sign: `[0:1]={a,b}`.
        int at = text.StartsWith('[') ? text.IndexOf('{') : 0;
        list = at >= 0 && at < text.Length && text[at] == '{' ? ReadList(text, ref at, elementType) : null;
        return list is not null;
    }

    private static ListValue ReadList(string text, ref int at, string elementType)
    {
        ListValue list = Value.List();
        at++;
        while (at < text.Length && text[at] != '}')
        {
            if (text[at] == ',')
            {
                at++;
            }
            else if (text[at] == '{')
            {
                list.Items.Add(ReadList(text, ref at, elementType));
            }
            else
            {
                list.Items.Add(ReadElement(text, ref at, elementType));
            }
        }

        at++;
        return list;
    }

    private static Value ReadElement(string text, ref int at, string elementType)
    {
        StringBuilder element = new();
        bool quoted = text[at] == '"';
        at += quoted ? 1 : 0;
        while (at < text.Length && (quoted ? text[at] != '"' : text[at] is not (',' or '}')))
        {
            at += text[at] == '\\' ? 1 : 0;
            element.Append(text[at]);
            at++;
        }

        at += quoted ? 1 : 0;
        string content = element.ToString();
        return PythonValues.Read(!quoted && content == "NULL" ? null : content, elementType);
    }
}
