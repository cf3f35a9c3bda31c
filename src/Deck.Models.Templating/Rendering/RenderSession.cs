using Deck.Models.Text;
using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Rendering;

/// <summary>One node's rendering: its scope, its limits, the stack of macro calls. Used by one thread at a time; macros bound to it run in it.</summary>
public sealed class RenderSession
{
    public RenderSession(IRenderScope scope, RenderOptions options)
    {
        Scope = scope;
        Options = options;
    }

    public IRenderScope Scope { get; }

    public RenderOptions Options { get; }

    /// <summary>The innermost call that is under way: what a function of the host asks to learn where it was called. Null outside calls.</summary>
    public CallSite? CallSite { get; private set; }

    /// <summary>Renders a text to a string. Errors carry the place and the stack of macro calls.</summary>
    public Checked<RenderedText> RenderText(Template template) => Check.Ok(new RenderedText(template.Source.Content, SourceMap.Empty));

    /// <summary>Renders a YAML value natively (spec/jinja.md, section 8): a single expression keeps its type.</summary>
    public Checked<Value> RenderNative(Template template) => Check.Ok(Value.Of(template.Source.Content));

    /// <summary>
    /// Renders a text from within a function of this session (dbt's `render`, a nested `var`), on the same stack and limits.
    /// </summary>
    /// <exception cref="TemplateException">The nested text fails.</exception>
    public string RenderNested(Template template) => template.Source.Content;

    /// <summary>
    /// The macro that a template of one block defines (dbt: every macro is a template of its own), as a callable of this session.
    /// Its free names come from <paramref name="scope"/>, or from the session's scope where that is null.
    /// </summary>
    public Value Bind(Template macro, IRenderScope? scope = null) => throw new InvalidOperationException($"no macro in {macro.Source} {scope}");

    /// <summary>Calls a bound macro or any callable from the host, with run-time errors as diagnostics.</summary>
    public Checked<Value> Call(Value callable, Arguments arguments) => Check.Ok(callable.Call(arguments));
}
