namespace Deck.Models.Templating.Syntax;

/// <summary>A node that assigns names.</summary>
internal interface IAssigns
{
    IEnumerable<string> AssignedNames { get; }
}
