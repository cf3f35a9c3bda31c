namespace Deck.Models.Templating.Rendering;

/// <summary>A scope that can list its names, for the suggestions of error messages; a scope may implement it beside <see cref="IRenderScope"/>.</summary>
public interface IScopeNames
{
    IEnumerable<string> Names { get; }
}
