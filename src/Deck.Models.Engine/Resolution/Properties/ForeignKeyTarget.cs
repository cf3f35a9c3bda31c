using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Resolution.Properties;

/// <summary>`to` of a foreign key: a relation as SQL, or a `ref` or `source` call without braces.</summary>
internal static class ForeignKeyTarget
{
    /// <summary>The calls in the constraints of a model and its columns, each once.</summary>
    public static IEnumerable<string> Of(NodeDraft draft)
    {
        if (draft.ResourceType != ResourceType.Model)
        {
            return [];
        }

        IEnumerable<DictValue> constraints = [.. draft.Properties?.Constraints ?? [], .. draft.Columns.SelectMany(c => c.Constraints)];
        return constraints.Select(c => c.TryGet("to", out Value? to) ? to.ToText() : "").Where(IsCall).Distinct();
    }

    public static bool IsCall(string to) => to.StartsWith("ref(", StringComparison.Ordinal) || to.StartsWith("source(", StringComparison.Ordinal);

    /// <summary>The template that writes the relation, even where `ref` gives a part of its rows.</summary>
    public static string TemplateOf(string call) => $"{{{{ {call}.render() }}}}";
}
