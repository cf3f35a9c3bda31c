using System.Diagnostics.CodeAnalysis;
using Deck.Models.Engine.Caching.Reads;
using Deck.Models.Engine.Compilation.Context.Results;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating;
using Deck.Models.Templating.Builtins;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation.Context;

/// <summary>The names that one node's text finds, by dbt's order of precedence; nothing is made before it is asked for.</summary>
/// <remarks>
/// Order (spec/jinja.md, 6.4): what the template put into `context` itself, the node's package's macros, the root project's, packages as
/// namespaces, the `dbt` namespace, its macros, the members of the context, Jinja's globals.
/// </remarks>
internal abstract class NodeScope : IRenderScope, IScopeNames
{
    private readonly Dictionary<string, Value> answers = new(StringComparer.Ordinal);
    private readonly Dictionary<Macro, Value> bound = [];

    protected NodeScope(InvocationContext invocation, string packageName, RenderOptions options)
    {
        Invocation = invocation;
        PackageName = packageName;
        Session = new RenderSession(this, options);
    }

    public InvocationContext Invocation { get; }

    /// <summary>What the text has asked for so far beyond the project's files.</summary>
    public ReadLog Reads { get; } = new();

    /// <summary>The package that the text belongs to: its macros come first.</summary>
    public string PackageName { get; }

    public RenderSession Session { get; }

    /// <summary>False in the parse phase, where queries are not run.</summary>
    public abstract bool Execute { get; }

    /// <summary>`this`: the node's relation, or None.</summary>
    public abstract Value This { get; }

    /// <summary>`model`: the node as a dict.</summary>
    public abstract DictValue Model { get; }

    /// <summary>Where the text stands: the place of what has no better one.</summary>
    public abstract Location Place { get; }

    /// <summary>`thread_id`: the thread at work.</summary>
    public virtual string ThreadId => CompilationScope.MainThread;

    /// <summary>Results that `statement` stored.</summary>
    public ResultStore Results { get; } = new();

    /// <summary>Names and makers of the members of this phase's context.</summary>
    public abstract MemberTable Members { get; }

    /// <summary>`schema` and `database`: the node's own, or the target's.</summary>
    public virtual string SchemaName => Invocation.Project.Profile.Schema;

    public virtual string DatabaseName => Invocation.Project.Profile.Database;

    /// <summary>False where the text sees no macros (schema YAML).</summary>
    protected virtual bool HasMacros => true;

    public abstract void Log(string level, string text, bool toUser);

    /// <summary>What a unit test puts in place of a variable (`vars`), an environment variable (`env_vars`) or a macro (`macros`).</summary>
    public virtual bool TryGetOverride(string kind, string name, [NotNullWhen(true)] out Value? value)
    {
        value = null;
        return false;
    }

    public bool TryGet(string name, [NotNullWhen(true)] out Value? value)
    {
        if (answers.TryGetValue(name, out value))
        {
            return true;
        }

        value = Find(name);
        if (value is null)
        {
            return false;
        }

        answers[name] = value;
        return true;
    }

    /// <summary>Puts a name into the node's context, as `context.update` does.</summary>
    public void Put(string name, Value value) => answers[name] = value;

    public bool Remove(string name) => answers.Remove(name);

    /// <summary>A macro by the package that defines it, as a callable of this scope.</summary>
    public bool TryGetMacro(string package, string name, [NotNullWhen(true)] out Value? callable)
    {
        Reads.NoteMacro(package, name);
        return TryBind(package, name, out callable);
    }

    /// <summary>A macro as a call without a package finds it: the node's package's, the root's, the embedded one.</summary>
    public bool TryGetMacro(string name, [NotNullWhen(true)] out Value? callable)
    {
        Reads.NoteMacro(name);
        return TryBind(PackageName, name, out callable)
            || TryBind(Invocation.Project.ProjectName, name, out callable)
            || TryBind(MacroRegistry.InternalPackage, name, out callable);
    }

    /// <summary>A built-in member, whatever macros of the same name there are.</summary>
    public Value? FindMember(string name)
    {
        Reads.NoteMember(name);
        return Members.TryFind(name, out Func<NodeScope, Value>? make) ? make(this)
            : Invocation.Functions.TryGetValue(name, out Value? function) ? function
            : GlobalFunctions.Jinja.GetValueOrDefault(name);
    }

    /// <summary>Ids of the macros that the text itself has called so far: dbt's `depends_on.macros`.</summary>
    public IEnumerable<string> CalledMacros => Session.CalledMacros
        .Select(called => bound.Keys.FirstOrDefault(m => ReferenceEquals(m.Template.Value, called))?.UniqueId)
        .OfType<string>();

    /// <summary>Every name that the scope can answer, for suggestions and for iterating over `context`.</summary>
    public IEnumerable<string> Names
    {
        get
        {
            Reads.NoteAllNames();
            return Invocation.Macros.All.Where(m => HasMacros && IsVisible(m.PackageName)).Select(m => m.Name)
                .Concat(Invocation.Macros.Packages)
                .Append(MacroRegistry.InternalPackage)
                .Concat(Members.Names)
                .Concat(Invocation.Functions.Keys)
                .Concat(answers.Keys)
                .Distinct(StringComparer.Ordinal);
        }
    }

    /// <summary>Renders a text from within a function, such as `render` or a variable whose value is a template.</summary>
    public string RenderNested(string text)
    {
        Reads.NoteText(text);
        Checked<Template> parsed = Invocation.Parse(text);
        return parsed.Succeeded(out Template? template) ? Session.RenderNested(template) : throw new TemplateException(parsed.Diagnostics[0]);
    }

    /// <summary>A macro of a package as a callable of this scope.</summary>
    protected virtual bool TryBind(string package, string name, [NotNullWhen(true)] out Value? callable)
    {
        callable = Invocation.Macros.TryFind(package, name, out Macro? macro) ? Bind(macro) : null;
        return callable is not null;
    }

    private Value? Find(string name)
    {
        if (name == "context")
        {
            return new ContextValue(this);
        }

        if (!HasMacros)
        {
            return FindMember(name);
        }

        Reads.NoteMacro(name);
        if (TryBind(PackageName, name, out Value? macro) || TryBind(Invocation.Project.ProjectName, name, out macro))
        {
            return macro;
        }

        if (name == MacroRegistry.InternalPackage || Invocation.Macros.Packages.Contains(name))
        {
            return new PackageNamespaceValue(this, name);
        }

        return TryBind(MacroRegistry.InternalPackage, name, out macro) ? macro : FindMember(name);
    }

    private bool IsVisible(string package) =>
        package == PackageName || package == Invocation.Project.ProjectName || package == MacroRegistry.InternalPackage;

    private Value Bind(Macro macro)
    {
        if (bound.TryGetValue(macro, out Value? callable))
        {
            return callable;
        }

        Reads.NoteText(macro.Block.Content);
        callable = macro.Template.Succeeded(out Template? template)
            ? Session.Bind(template)
            : throw new TemplateException(macro.Template.Diagnostics.First(d => d.Severity == Severity.Error));
        bound[macro] = callable;
        return callable;
    }
}
