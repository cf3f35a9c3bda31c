using System.Diagnostics.CodeAnalysis;
using Deck.Models.Templating.Builtins;
using Deck.Models.Templating.Syntax;
using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Rendering;

/// <summary>A template at work in a session: its free names come from the scope, missing ones chain or not.</summary>
internal sealed class TemplateInstance(RenderSession session, Template template, IRenderScope scope, bool chains) : IFilterEnvironment
{
    public RenderSession Session { get; } = session;

    public Template Template { get; } = template;

    public IRenderScope Scope { get; } = scope;

    /// <summary>True for the top-level text of dbt's parse phase.</summary>
    public bool Chains { get; } = chains;

    public LookupMode Mode { get; } = chains ? LookupMode.Chaining : LookupMode.Plain;

    /// <summary>True inside an `autoescape` block that is on.</summary>
    public bool Escapes { get; private set; }

    public void SetEscapes(bool escapes) => Escapes = escapes;

    /// <summary>True where a place of the template escapes what it writes: as its text says, or as the render has it.</summary>
    public bool EscapesAt(Escaping escaping) => escaping != Escaping.None && ((escaping & Escaping.Varies) == 0 || Escapes);

    public bool TryFindFilter(string name, [NotNullWhen(true)] out Filter? filter) => FilterTable.TryFind(name, out filter);

    public bool TryFindTest(string name, [NotNullWhen(true)] out ValueTest? test) => TestTable.TryFind(name, out test);
}
