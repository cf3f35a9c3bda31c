using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Templating.Builtins;

/// <summary>Every filter of Jinja, and dbt's `as_text`, `as_bool`, `as_native`, `as_number` (identity in a text) and `is_list`.</summary>
internal static class FilterTable
{
    private static readonly Dictionary<string, Filter> Filters =
        TextFilters.All.Concat(NumberFilters.All).Concat(SequenceFilters.All).Concat(OrderFilters.All)
            .Concat(SelectionFilters.All).Concat(MarkupFilters.All).Concat(ValueFilters.All)
            .ToDictionary(filter => filter.Name);

    /// <summary>All names, for suggestions.</summary>
    public static IReadOnlyCollection<string> Names => Filters.Keys;

    public static bool TryFind(string name, [NotNullWhen(true)] out Filter? filter) => Filters.TryGetValue(name, out filter);
}
