using Deck.Models.Text;

namespace Deck.Models.Templating;

/// <summary>A parsed text: an immutable tree that any number of threads may render at once.</summary>
public sealed class Template
{
    internal Template(SourceText source) => Source = source;

    public SourceText Source { get; }

    /// <summary>True for a text without any of `{{ {% {# }} %} #}`: it renders to itself, its final newline kept.</summary>
    public bool IsPlain { get; }
}
