namespace Deck.Models.Templating.Values;

/// <summary>The types that dbt gives the columns of query results and seeds.</summary>
public enum QueryColumnType
{
    Integer,
    Number,
    Date,
    DateTime,
    Boolean,
    Text,
}
