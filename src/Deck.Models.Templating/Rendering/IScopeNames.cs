namespace Deck.Models.Templating.Rendering;

/// <summary>A scope that can list its names, for the suggestions of error messages; a scope may implement it beside <see cref="IRenderScope"/>.</summary>
public interface IScopeNames
{
    /// <summary>Every name that the scope has.</summary>
    IEnumerable<string> Names { get; }
}
