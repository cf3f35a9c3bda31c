using System.Collections.Immutable;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Resolution;

/// <summary>Infers the columns that are a model's key, as dbt does for `primary_key`: from constraints, else from its tests.</summary>
internal sealed class PrimaryKeys(ImmutableArray<NodeDraft> drafts)
{
    private readonly Dictionary<NodeId, List<NodeDraft>> tests = Index(drafts);

    public ImmutableArray<string> Infer(NodeDraft model)
    {
        if (model.Properties?.Constraints.FirstOrDefault(IsPrimaryKey) is { } declared && declared.TryGet("columns", out Value? columns) && columns is ListValue list)
        {
            return [.. list.Items.Select(c => c.ToText())];
        }

        return model.Columns.FirstOrDefault(c => c.Constraints.Any(IsPrimaryKey)) is { } key ? [key.Name] : FromTests(model);
    }

    private ImmutableArray<string> FromTests(NodeDraft model)
    {
        if (!model.IsEnabled || !tests.TryGetValue(model.Id, out List<NodeDraft>? own))
        {
            return [];
        }

        ImmutableArray<string> notNull = ColumnsOf(own.Where(t => t.Generic?.Name == "not_null"));
        ImmutableArray<string> unique = ColumnsOf(own.Where(t => t.Generic?.Name != "not_null" && t.IsEnabled));
        ImmutableArray<string> disabled = ColumnsOf(own.Where(t => t.Generic?.Name != "not_null" && !t.IsEnabled));
        ImmutableArray<string> proven = [.. notNull.Where(c => unique.Contains(c) || disabled.Contains(c))];
        return !proven.IsEmpty ? proven : !unique.IsEmpty ? unique : disabled;
    }

    private static Dictionary<NodeId, List<NodeDraft>> Index(ImmutableArray<NodeDraft> drafts)
    {
        Dictionary<NodeId, List<NodeDraft>> tests = [];
        foreach (NodeDraft draft in drafts)
        {
            if (draft.Generic is { Name: "unique" or "not_null" or "unique_combination_of_columns", AttachedTo: { } id })
            {
                if (!tests.TryGetValue(id, out List<NodeDraft>? own))
                {
                    tests.Add(id, own = []);
                }

                own.Add(draft);
            }
        }

        return tests;
    }

    private static ImmutableArray<string> ColumnsOf(IEnumerable<NodeDraft> tests) =>
        [.. tests.SelectMany(t => t.Generic is { } test ? ColumnsOf(test.Arguments) : []).Distinct()];

    private static IEnumerable<string> ColumnsOf(DictValue arguments)
    {
        if (arguments.TryGet("column_name", out Value? column) && column is StringValue name)
        {
            return [name.Text];
        }

        return arguments.TryGet("combination_of_columns", out Value? combination) && combination is ListValue list
            ? list.Items.OfType<StringValue>().Select(c => c.Text)
            : [];
    }

    private static bool IsPrimaryKey(DictValue constraint) => constraint.TryGet("type", out Value? type) && type.ToText() == "primary_key";
}
