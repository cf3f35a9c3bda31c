using Deck.Models.Templating.Rendering;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation.Injection;

/// <summary>Puts named queries in front of a query as dbt does: into its own `with`, or in one of theirs.</summary>
internal static class CteInjector
{
    /// <summary>
    /// ` name as (\n…\n)` for each, joined with commas, behind the query's `with` (or `with recursive`), or behind a `with` of their own.
    /// </summary>
    /// <param name="origin">The place that the text between the queries counts as.</param>
    public static RenderedText Inject(RenderedText query, IReadOnlyList<Cte> ctes, Location origin)
    {
        if (ctes.Count == 0)
        {
            return query;
        }

        WithClause clause = WithClause.Find(query.Text);
        MappedTextBuilder text = new();
        text.Append(query, 0, clause.InsertAt);
        if (!clause.Exists)
        {
            text.Append("with", origin);
        }

        for (int i = 0; i < ctes.Count; i++)
        {
            text.Append($"{(i > 0 ? ", " : "")} {ctes[i].Name} as (\n", origin).Append(ctes[i].Query).Append("\n)", origin);
        }

        if (clause.Exists)
        {
            text.Append(",", origin);
        }

        return text.Append(query, clause.InsertAt, query.Text.Length).Build();
    }
}
