using Deck.Models.Templating;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Adapter;

/// <summary>Grants as dbt compares them: privilege to the list of its grantees.</summary>
internal static class Grants
{
    /// <summary>Reads the rows (grantee, privilege_type) that `get_show_grant_sql` gives.</summary>
    public static DictValue Standardize(Value table)
    {
        DictValue grants = new();
        using IEnumerator<Value> rows = Operators.Iterate(table);
        while (rows.MoveNext())
        {
            Value grantee = Read(rows.Current, "grantee");
            string privilege = Read(rows.Current, "privilege_type").ToText();
            if (grants.TryGet(privilege, out Value? known) && known is ListValue list)
            {
                list.Items.Add(grantee);
            }
            else
            {
                grants.Set(privilege, Value.List(grantee));
            }
        }

        return grants;
    }

    private static Value Read(Value row, string column) =>
        row.GetItem(Value.Of(column)) ?? throw new TemplateException("KeyError", Value.Of(column).Repr());
}
