namespace Deck.Models.Engine.Loading.Seeds;

/// <summary>A row of a seed with another number of fields than the header.</summary>
/// <param name="Offset">Bytes of the file before it, without a byte order mark.</param>
internal readonly record struct MalformedRow(long Offset, int FieldCount);
