namespace Deck.Models.Engine.Loading.Yaml;

/// <summary>What a text is as a YAML 1.1 timestamp.</summary>
internal enum YamlTimestampResult
{
    NotOne,
    Valid,

    /// <summary>Written like a date, but not in the calendar, such as 2026-02-30.</summary>
    Impossible,
}
