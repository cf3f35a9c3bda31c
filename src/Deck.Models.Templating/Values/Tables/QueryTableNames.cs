using System.Text;

namespace Deck.Models.Templating.Values;

/// <summary>New names for the columns of an agate table.</summary>
internal static class QueryTableNames
{
    /// <summary>`rename`: names by the old ones or one for each column, as they are or as slugs.</summary>
    public static QueryTable Rename(QueryTable table, Value columnNames, bool asSlugs)
    {
        Value names = columnNames is DictValue map
            ? ListValue.Own([.. table.Keys.Names.Items.Select(name => map.Table.TryGetValue(name, out Value? renamed) ? renamed : name)])
            : columnNames.IsNone || (asSlugs && !columnNames.IsTrue) ? table.Keys.Names : columnNames;
        if (asSlugs)
        {
            names = ListValue.Own([.. Sequences.ToList(names).Select(name => Value.Of(Slug(name.ToText())))]);
        }

        string[] unique = Unique(Sequences.ToList(names));
        return unique.Length == table.ColumnNames.Count
            ? table.WithColumns([.. Enumerable.Range(0, unique.Length)], unique)
            : throw TemplateException.ValueError("column_names and column_types must be the same length.");
    }

    /// <summary>The names, a letter for each that is empty, `_2`, `_3` behind those that came before.</summary>
    public static string[] Unique(List<Value> names)
    {
        var unique = new List<string>(names.Count);
        foreach (Value name in names)
        {
            string wanted = !name.IsTrue ? Letter(unique.Count)
                : name is StringValue text ? text.Text
                : throw TemplateException.ValueError("Column names must be strings or None.");
            string free = wanted;
            for (int number = 2; unique.Contains(free); number++)
            {
                free = $"{wanted}_{number}";
            }

            unique.Add(free);
        }

        return [.. unique];
    }

    /// <summary>A column's letter as in a spreadsheet; those behind `z` are `aa`, `bb`.</summary>
    private static string Letter(int place) => new((char)('a' + (place % 26)), (place / 26) + 1);

    /// <summary>Small letters and digits, `_` between them.</summary>
    private static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (char unit in name.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(unit))
            {
                slug.Append(unit);
            }
            else if (slug.Length > 0 && slug[^1] != '_')
            {
                slug.Append('_');
            }
        }

        return slug.ToString().TrimEnd('_');
    }
}
