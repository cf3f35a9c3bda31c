namespace Deck.Models.Templating.Values;

/// <summary>The types that dbt gives the columns of query results and seeds.</summary>
public enum QueryColumnType
{
    /// <summary>Whole numbers.</summary>
    Integer,
    /// <summary>Numbers with a fraction.</summary>
    Number,
    /// <summary>Days.</summary>
    Date,
    /// <summary>Days with a time.</summary>
    DateTime,
    /// <summary>True and False.</summary>
    Boolean,
    /// <summary>Anything else, as text.</summary>
    Text,
}
