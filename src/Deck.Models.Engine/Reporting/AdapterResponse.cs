namespace Deck.Models.Engine.Reporting;

/// <summary>dbt's `adapter_response`: what the server said to a node's main statement.</summary>
/// <param name="Message">The server's tag, such as `SELECT 3`.</param>
/// <param name="Code">The tag's words, such as `SELECT` or `CREATE VIEW`.</param>
/// <param name="Rows">Rows that the tag counts; -1 where it counts none.</param>
public sealed record AdapterResponse(string Message, string Code, long Rows)
{
    /// <summary>Reads a tag of the server, or what stands for one: words, then figures or a quoted relation.</summary>
    public static AdapterResponse OfTag(string tag, long? rows) => new(tag, tag.Split('"')[0].TrimEnd("0123456789 ".ToCharArray()), rows ?? -1);
}
