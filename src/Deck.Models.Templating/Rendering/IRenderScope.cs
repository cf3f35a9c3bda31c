using System.Diagnostics.CodeAnalysis;
using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Rendering;

/// <summary>The names that a template finds when it has not assigned them itself: the host's context, macros, globals.</summary>
/// <remarks>A render asks once per name and template instance where it can; an answer must stay the same unless the template changed the context itself.</remarks>
/// <example>
/// <code>
/// sealed class Names(Dictionary&lt;string, Value&gt; names) : IRenderScope
/// {
///     public bool TryGet(string name, [NotNullWhen(true)] out Value? value) =&gt; names.TryGetValue(name, out value);
/// }
/// </code>
/// </example>
public interface IRenderScope
{
    /// <summary>The value of a name; false where the scope has none.</summary>
    bool TryGet(string name, [NotNullWhen(true)] out Value? value);
}
