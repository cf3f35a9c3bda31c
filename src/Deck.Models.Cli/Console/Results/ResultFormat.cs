namespace Deck.Models.Cli.Console.Results;

/// <summary>How `show` prints rows.</summary>
internal enum ResultFormat
{
    Table,
    Json,
    Csv,
    Markdown,
}
