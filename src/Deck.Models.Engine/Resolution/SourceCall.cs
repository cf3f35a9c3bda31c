using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution;

/// <summary>One `source` as called.</summary>
public sealed record SourceCall(string Source, string Table, Location Location);
