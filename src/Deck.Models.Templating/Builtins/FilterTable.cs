using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Templating.Builtins;

/// <summary>Every filter of Jinja, and dbt's `as_text`, `as_bool`, `as_native`, `as_number` (identity in a text) and `is_list`.</summary>
public static class FilterTable
{
    /// <summary>All names, for suggestions.</summary>
    public static IReadOnlyCollection<string> Names => [];

    public static bool TryFind(string name, [NotNullWhen(true)] out Filter? filter) => throw new NotSupportedException();
}
