namespace Deck.Models.Templating.Values;

/// <summary>The methods of str that change case.</summary>
internal static class StringCaseMethods
{
    public static (string Signature, Func<StringValue, BoundArguments, Value> Body)[] All { get; } =
    [
        ("upper()", (s, _) => new StringValue(CaseMapping.Upper(s.Text))),
        ("lower()", (s, _) => new StringValue(CaseMapping.Lower(s.Text))),
        ("casefold()", (s, _) => new StringValue(CaseMapping.Fold(s.Text))),
        ("capitalize()", (s, _) => new StringValue(CaseMapping.Capitalize(s.Text))),
        ("title()", (s, _) => new StringValue(CaseMapping.Title(s.Text))),
        ("swapcase()", (s, _) => new StringValue(CaseMapping.Swap(s.Text))),
    ];
}
