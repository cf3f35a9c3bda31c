using System.Collections.Immutable;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Syntax;
using Deck.Models.Templating.Syntax.Scopes;
using Deck.Models.Templating.Syntax.Statements;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating;

/// <summary>A parsed text: an immutable tree that any number of threads may render at once.</summary>
public sealed class Template
{
    private readonly ImmutableArray<MacroStatement> macros;

    internal Template(SourceText source, StatementList body, FunctionLayout layout, ScopeEntry entry)
    {
        Source = source;
        Body = body;
        Layout = layout;
        Entry = entry;
        macros = [.. body.Statements.OfType<MacroStatement>()];
    }

    /// <summary>The text that was parsed.</summary>
    public SourceText Source { get; }

    /// <summary>True for a text of dbt's dialect without any of `{{ {% {# }} %} #}`: it renders to itself, its final newline kept.</summary>
    public bool IsPlain { get; private init; }

    /// <summary>The full name of the first macro that the text defines at its top, such as `dbt_macro__x`, or null.</summary>
    public string? MacroName => macros is [var first, ..] ? first.Definition.Name : null;

    /// <summary>The parameters of that macro, in order.</summary>
    public ImmutableArray<TemplateParameter> MacroParameters => macros is [var first, ..] ? first.Definition.Describe() : [];

    internal StatementList Body { get; }

    internal FunctionLayout Layout { get; }

    internal ScopeEntry Entry { get; }

    /// <summary>Where `self` goes, where the text mentions it.</summary>
    internal int? SelfSlot { get; init; }

    /// <summary>The variables that the text assigns at its top.</summary>
    internal ImmutableArray<Variable> Assigned { get; init; } = [];

    /// <summary>The blocks of the text, those inside of others too.</summary>
    internal List<BlockStatement> Blocks { get; init; } = [];

    internal static Template Plain(SourceText source) =>
        new(source, new StatementList(default, []), new FunctionLayout(0), ScopeEntry.Empty) { IsPlain = true };

    /// <summary>Whether the text assigns a name at its top.</summary>
    internal bool Assigns(string name) => Assigned.Any(v => v.Name == name);

    /// <summary>Defines the macros of the text in a frame; the first one is the result.</summary>
    internal Value? DefineMacros(Frame frame)
    {
        Value? first = null;
        foreach (MacroStatement macro in macros)
        {
            Value value = macro.Define(frame);
            first ??= value;
        }

        return first;
    }

    internal void DeclareSelf(Frame frame)
    {
        if (SelfSlot is int slot)
        {
            frame.Slots[slot] = new SelfValue(frame);
        }
    }
}
