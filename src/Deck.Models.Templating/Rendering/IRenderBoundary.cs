namespace Deck.Models.Templating.Rendering;

/// <summary>A scope that is told where the outermost render of its session begins and ends.</summary>
/// <example>
/// <code>
/// sealed class Counted : IRenderScope, IRenderBoundary
/// {
///     public void OnRenderBegins() =&gt; Renders++;
///     public void OnRenderEnds() { }
/// }
/// </code>
/// </example>
public interface IRenderBoundary
{
    /// <summary>A text or a call from the host begins.</summary>
    void OnRenderBegins();

    /// <summary>It has ended, with whatever outcome, on the same thread.</summary>
    void OnRenderEnds();
}
