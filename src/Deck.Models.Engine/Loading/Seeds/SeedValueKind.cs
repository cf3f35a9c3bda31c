namespace Deck.Models.Engine.Loading.Seeds;

/// <summary>What the values of a seed's column are, by dbt's inference, in the order in which dbt tries them.</summary>
[Flags]
internal enum SeedValueKind
{
    None = 0,
    Number = 1,
    Date = 2,
    Timestamp = 4,
    IsoTimestamp = 8,
    Boolean = 16,
    Text = 32,
    All = Number | Date | Timestamp | IsoTimestamp | Boolean | Text,
}
