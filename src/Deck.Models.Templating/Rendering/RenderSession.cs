using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Deck.Models.Templating.Syntax;
using Deck.Models.Templating.Syntax.Expressions;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Rendering;

/// <summary>One node's rendering: its scope, its limits, the stack of macro calls. Used by one thread at a time; macros bound to it run in it.</summary>
public sealed class RenderSession
{
    private readonly Stack<Output> idle = [];
    private readonly CallStack calls = new();
    private readonly IRenderBoundary? boundary;
    private List<Diagnostic>? undefinedCalls;
    private List<Template>? calledFirst;
    private Template? nativeRoot;
    private long iterations;
    private long written;
    private SyntaxNode? place;

    /// <summary>A session that finds names in a scope.</summary>
    public RenderSession(IRenderScope scope, RenderOptions options)
    {
        Scope = scope;
        boundary = scope as IRenderBoundary;
        Options = options;
    }

    /// <summary>Where names come from that a text has not assigned itself.</summary>
    public IRenderScope Scope { get; }

    /// <summary>What the session may do.</summary>
    public RenderOptions Options { get; }

    /// <summary>The innermost call that is under way: what a function of the host asks to learn where it was called. Null outside calls.</summary>
    public CallSite? CallSite => place is CallExpression call && calls.Count > 0 ? call.SiteIn(calls.Last.Template.Source) : null;

    /// <summary>
    /// Calls that gave Undefined because of <see cref="RenderOptions.ChainUndefined"/>, of names that no scope has and the text never sets:
    /// the errors that the same text gives where missing names fail.
    /// </summary>
    public IReadOnlyList<Diagnostic> UndefinedCalls => undefinedCalls ?? [];

    /// <summary>Templates of the macros that the rendered text has called itself, each once, in the order of the first calls: not what macros call in turn.</summary>
    public IReadOnlyList<Template> CalledMacros => calledFirst ?? [];

    /// <summary>The node at work: where an error that is thrown now stands.</summary>
    internal SyntaxNode? Place
    {
        get => place;
        set => place = value;
    }

    /// <summary>True while a YAML value is rendered natively.</summary>
    /// <remarks>Macros of other texts that it calls write text, as dbt's do.</remarks>
    internal bool IsNative => nativeRoot is not null && calls.Count > 0 && ReferenceEquals(calls.Last.Template, nativeRoot);

    internal CallStack Calls => calls;

    /// <summary>Renders a text to a string. Errors carry the place and the stack of macro calls.</summary>
    /// <exception cref="OperationCanceledException">The options' token was cancelled.</exception>
    /// <example>
    /// <code>
    /// RenderSession session = new(scope, RenderOptions.Default);
    /// string text = session.RenderText(template).Value?.Text ?? "";
    /// </code>
    /// </example>
    public Checked<RenderedText> RenderText(Template template) => Guarded(() =>
    {
        if (template.IsPlain)
        {
            return new RenderedText(template.Source.Content, Options.MapSource ? SourceMap.Identity(template.Source) : SourceMap.Empty);
        }

        SourceMapBuilder? map = Options.MapSource ? new SourceMapBuilder(template.Source) : null;
        Output output = new(this, map);
        RenderRoot(template, output, Options.ChainUndefined);
        RenderedText rendered = new(output.Join(), map?.Build() ?? SourceMap.Empty);
        output.Release();
        return rendered;
    });

    /// <summary>Renders a template for what it does, such as the calls that it makes; what it writes is checked and forgotten.</summary>
    /// <returns>What went wrong.</returns>
    /// <exception cref="OperationCanceledException">The options' token was cancelled.</exception>
    public ImmutableArray<Diagnostic> Run(Template template) => Guarded(() =>
    {
        Output output = new(this);
        RenderRoot(template, output, Options.ChainUndefined);
        output.Finish();
        output.Release();
        return template;
    }).Diagnostics;

    /// <summary>Renders a YAML value natively (spec/jinja.md, section 8): a single expression keeps its type.</summary>
    /// <exception cref="OperationCanceledException">The options' token was cancelled.</exception>
    public Checked<Value> RenderNative(Template template) => template.IsPlain ? Check.Ok(Value.Of(Parsing.TemplateText.AsRendered(template.Source.Content))) : Guarded(() =>
    {
        Template? outer = nativeRoot;
        try
        {
            nativeRoot = template;
            NativeNodes nodes = new();
            RenderRoot(template, new Output(this, nodes: nodes), Options.ChainUndefined);
            return nodes.Join();
        }
        finally
        {
            nativeRoot = outer;
        }
    });

    /// <summary>
    /// Renders a text from within a function of this session (dbt's `render`, a nested `var`), on the same stack and limits.
    /// </summary>
    /// <exception cref="TemplateException">The nested text fails.</exception>
    public string RenderNested(Template template)
    {
        if (template.IsPlain)
        {
            return template.Source.Content;
        }

        Output output = RentOutput();
        RenderRoot(template, output, Options.ChainUndefined);
        string text = output.Join();
        Return(output);
        return text;
    }

    /// <summary>
    /// The macro that a template of one block defines (dbt: every macro is a template of its own), as a callable of this session.
    /// Its free names come from <paramref name="scope"/>, or from the session's scope where that is null.
    /// </summary>
    /// <exception cref="ArgumentException">The template defines no macro.</exception>
    /// <example>
    /// <code>
    /// Template macro = TemplateParser.Parse(new SourceText("m.sql", "{% macro twice(x) %}{{ x }}{{ x }}{% endmacro %}"), TemplateDialect.Dbt).Value!;
    /// Checked&lt;Value&gt; result = session.Call(session.Bind(macro), Arguments.Of(Value.Of("ab")));   // abab
    /// </code>
    /// </example>
    public Value Bind(Template macro, IRenderScope? scope = null)
    {
        TemplateInstance instance = new(this, macro, scope ?? Scope, chains: false);
        Frame frame = new(instance, null, macro.Layout.SlotCount);
        macro.Entry.Enter(frame);
        return macro.DefineMacros(frame) ?? throw new ArgumentException($"`{macro.Source}` defines no macro", nameof(macro));
    }

    /// <summary>Calls a bound macro or any callable from the host, with run-time errors as diagnostics.</summary>
    /// <exception cref="OperationCanceledException">The options' token was cancelled.</exception>
    public Checked<Value> Call(Value callable, Arguments arguments) => Guarded(() => callable.Call(arguments));

    internal void NoteUndefinedCall(UndefinedValue missing) =>
        (undefinedCalls ??= []).Add(TemplateDiagnostics.Describe(missing.Failure(), this, 0));

    internal int Enter(string name, Template template)
    {
        Options.Cancellation.ThrowIfCancellationRequested();
        if (calls.Count >= Options.MaxCallDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new TemplateException("RecursionError", $"calls are nested more than {calls.Count} deep");
        }

        NoteMacro(template);
        calls.Push(name, template, Place);
        return calls.Count - 1;
    }

    /// <summary>Ends a call and whatever it left unfinished.</summary>
    internal void Leave(int level)
    {
        Place = calls[level].CallSite;
        calls.CutTo(level);
    }

    internal Output RentOutput() => idle.TryPop(out Output? output) ? output : new Output(this);

    internal void Return(Output output)
    {
        output.Clear();
        idle.Push(output);
    }

    internal StringValue TextOf(Output output) => new(output.Join());

    /// <summary>The text of a buffer that is no longer needed.</summary>
    internal StringValue Finish(Output output)
    {
        StringValue text = TextOf(output);
        Return(output);
        return text;
    }

    /// <summary>What a body writes, as a str.</summary>
    internal Completion Capture(Statement body, Frame frame, out StringValue text)
    {
        Output buffer = RentOutput();
        Completion completion = body.Render(frame, buffer);
        text = Finish(buffer);
        return completion;
    }

    internal void CountIteration()
    {
        if (++iterations > Options.MaxIterations)
        {
            throw new TemplateException(TemplateDiagnostics.LimitClass, $"loops ran more than {Options.MaxIterations} times in one render");
        }

        if ((iterations & 0xFF) == 0)
        {
            Options.Cancellation.ThrowIfCancellationRequested();
        }
    }

    internal void CountOutput(int characters)
    {
        DemandOutput(characters);
        written += characters;
    }

    /// <summary>Fails where a text that has grown so long, with what was written before it, is more than one render may write.</summary>
    internal void DemandOutput(long characters)
    {
        if (written + characters > Options.MaxOutputLength)
        {
            throw new TemplateException(TemplateDiagnostics.LimitClass, $"one render wrote more than {Options.MaxOutputLength} characters");
        }
    }

    private void NoteMacro(Template template)
    {
        if (calls.Count == 1 && !ReferenceEquals(template, calls[0].Template) && !CalledMacros.Contains(template))
        {
            (calledFirst ??= []).Add(template);
        }
    }

    private void RenderRoot(Template template, Output output, bool chains)
    {
        TemplateInstance instance = new(this, template, Scope, chains);
        Frame frame = new(instance, null, template.Layout.SlotCount);
        int level = Enter("", template);
        template.Entry.Enter(frame);
        template.DeclareSelf(frame);
        if (template.Body.Render(frame, output) == Completion.Return)
        {
            throw TemplateException.CompilationError("`return` stands outside of a macro");
        }

        Leave(level);
    }

    /// <summary>The boundary to the host: turns errors into diagnostics, and takes the stack back to where it was.</summary>
    private Checked<T> Guarded<T>(Func<T> work)
        where T : class
    {
        int level = calls.Count;
        SyntaxNode? outside = Place;
        if (level == 0)
        {
            (iterations, written) = (0, 0);
            boundary?.OnRenderBegins();
        }

        try
        {
            return Check.Ok(work());
        }
        catch (TemplateException error)
        {
            return Check.Failed<T>(TemplateDiagnostics.Describe(error, this, level));
        }
        catch (MacroReturnException)
        {
            return Check.Failed<T>(TemplateDiagnostics.Describe(TemplateException.CompilationError("`return` stands outside of a macro"), this, level));
        }
        finally
        {
            calls.CutTo(level);
            Place = outside;
            if (level == 0)
            {
                boundary?.OnRenderEnds();
            }
        }
    }
}
