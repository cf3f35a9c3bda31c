namespace Deck.Models.Templating.Rendering;

/// <summary>What dbt's filters `as_text`, `as_native`, `as_bool` and `as_number` ask native rendering to make of a value.</summary>
internal enum StringMarker
{
    None,
    Text,
    Native,
    Boolean,
    Number,
}
