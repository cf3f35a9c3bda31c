namespace Deck.Models.Text;

/// <summary>A further place of a diagnostic with what it has to do with it, such as "called from macro `m`".</summary>
public sealed record RelatedLocation(string Label, Location Location);
