using System.Diagnostics.CodeAnalysis;
using Deck.Models.Engine.Compilation.Context.Members;
using Deck.Models.Engine.Compilation.Context.Nodes;
using Deck.Models.Engine.Compilation.Context.References;
using Deck.Models.Engine.Compilation.Context.Relations;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation.Context;

/// <summary>The scope of compiling one node: references resolved, configuration merged, queries sent.</summary>
internal class ExecuteScope : NodeScope, IRenderBoundary
{
    private readonly Dictionary<string, Value> configs = new(StringComparer.Ordinal);
    private readonly GraphTurn turn;
    private List<(string Level, string Text, bool ToUser)>? heldLogs;
    private bool hasAsked;
    private Value? self;
    private DictValue? model;

    public ExecuteScope(Node node, CompilationScope compilation, IReferences references)
        : base(compilation.Session.Invocation, node.PackageName, new RenderOptions { MapSource = true, Cancellation = compilation.Cancellation })
    {
        Node = node;
        Compilation = compilation;
        References = references;
        turn = new GraphTurn(compilation.Session.GraphGate);
        foreach ((string name, Value value) in compilation.Extras)
        {
            Put(name, value);
        }

        if (compilation.Batch is { } batch)
        {
            EnterBatch(batch);
        }
    }

    public Node Node { get; }

    public CompilationScope Compilation { get; }

    public IReferences References { get; }

    /// <summary>Ephemeral models that the text referred to, in the order met, each once: their queries go before the node's own.</summary>
    public OrderedDictionary<NodeId, ModelNode> Ephemerals { get; } = [];

    public override bool Execute => true;

    public override Location Place => Node.Location;

    public override MemberTable Members => ExecuteMembers.All;

    public override Value This => self ??= References.This(this);

    public override DictValue Model => model ??= NodeDict.Of(Node);

    public override string ThreadId => Compilation.ThreadId;

    /// <summary>`graph`, the same dict for all nodes.</summary>
    public DictValue Graph
    {
        get
        {
            turn.Touch();
            return Compilation.Session.Graph;
        }
    }

    public override string SchemaName => Node.Relation?.Written?.Schema ?? Node.Relation?.Schema ?? base.SchemaName;

    public override string DatabaseName => Node.Relation?.Written?.Database ?? Node.Relation?.Database ?? base.DatabaseName;

    /// <summary>The effective value of a config: what the template set meanwhile, else the node's.</summary>
    public bool TryGetConfig(string key, [NotNullWhen(true)] out Value? value) =>
        configs.TryGetValue(key, out value) || Node.Config.TryGet(key, out value);

    public void SetConfig(string key, Value value) => configs[key] = value;

    public void OnRenderBegins() => turn.Begin();

    public void OnRenderEnds() => turn.End();

    public override void Log(string level, string text, bool toUser)
    {
        if (heldLogs is { } held)
        {
            held.Add((level, text, toUser));
            return;
        }

        Compilation.Observer?.OnEvent(new MessageLogged(Compilation.Session.Clock.GetUtcNow(), level, text, toUser, Node));
    }

    /// <summary>
    /// Renders something before its turn. False where it tried to query the database, as it has to wait then: nothing was sent, nothing logged,
    /// and it is to be rendered again.
    /// </summary>
    public bool TryAhead<T>(Func<T> render, out T result)
    {
        List<(string Level, string Text, bool ToUser)> held = [];
        (heldLogs, hasAsked) = (held, false);
        result = render();
        heldLogs = null;
        foreach ((string level, string text, bool toUser) in hasAsked ? [] : held)
        {
            Log(level, text, toUser);
        }

        return !hasAsked;
    }

    /// <summary>The transaction of the materialization that is being run in this scope, or null.</summary>
    public ScriptTransaction? Script { get; private set; }

    /// <summary>Runs statements in the transaction from now on, or in none.</summary>
    public void Enter(ScriptTransaction? transaction) => Script = transaction;

    /// <summary>Runs a statement of a template, in the materialization's transaction where there is one.</summary>
    public QueryResult Run(string sql) => Script is { } script ? script.Execute(sql) : Query(sql);

    /// <summary>Runs a query of a template.</summary>
    /// <exception cref="TemplateException">The server refused, or queries are not allowed.</exception>
    public QueryResult Query(string sql)
    {
        if (heldLogs is not null)
        {
            hasAsked = true;
            throw new TemplateException(Diagnostic.Error(CompilationCodes.QueriesNotAllowed, $"`{Node.Name}` queries the database before its turn"));
        }

        if (Compilation.Introspection is not { } introspection)
        {
            throw new TemplateException(Diagnostic
                .Error(CompilationCodes.QueriesNotAllowed, $"`{Node.Name}` queries the database while it is compiled, and no connection is open")
                .WithHint("guard the query with `{% if execute %}`, or compile with a connection"));
        }

        try
        {
            return turn.WhileOthersMay(() => introspection.Query(sql, Compilation.Cancellation));
        }
        catch (DatabaseException e)
        {
            throw new TemplateException(DatabaseDiagnostics.DescribeQuery(e.Error));
        }
    }

    /// <summary>Calls a macro by name with keyword arguments, as dbt's adapter calls its own; the root project's wins.</summary>
    public Value CallMacro(string name, params KeyValuePair<string, Value>[] arguments) =>
        TryGetMacro(Invocation.Project.ProjectName, name, out Value? macro) || TryGetMacro(MacroRegistry.InternalPackage, name, out macro)
            ? macro.Call(new Arguments([], arguments))
            : throw new TemplateException(Diagnostic.Error(CompilationCodes.UnknownMacro, $"macro `{name}` does not exist"));

    /// <summary>A relation as `ref` and `source` give it: limited to no rows for `--empty`.</summary>
    public RelationValue RelationOf(RelationName name, Node node) => RelationValue.Named(name, null, Invocation.Settings.Empty ? 0 : null, FilterOf(node));

    /// <summary>The condition by which an input that has an `event_time` is read in part: a microbatch model reads its batch, a model or snapshot the sample; else null.</summary>
    public string? FilterOf(Node input) => input.Config.GetText("event_time") is { } column && WindowOfInputs() is { } window
        ? window.ConditionOn(input.Columns.Any(c => c.Name == column && c.Quote == true) ? RelationName.Quote(column) : column)
        : null;

    private EventTimeWindow? WindowOfInputs()
    {
        EventTimeWindow? sample = Node is ModelNode or SnapshotNode ? Invocation.Settings.Sample : null;
        return Compilation.Batch is not { } batch ? sample : sample is { } part ? batch.Window.Within(part) : batch.Window;
    }

    private void EnterBatch(BatchContext batch)
    {
        DateTimeValue start = new(batch.Window.Start, FixedTimeZone.Utc);
        DateTimeValue end = new(batch.Window.End, FixedTimeZone.Utc);
        Model.Set("batch", new DictValue([new("id", Value.Of(batch.Name.Replace("-", "", StringComparison.Ordinal))), new("event_time_start", start), new("event_time_end", end)]));
        SetConfig("__dbt_internal_microbatch_event_time_start", start);
        SetConfig("__dbt_internal_microbatch_event_time_end", end);
        if (batch.IsLater)
        {
            Put("is_incremental", FunctionValue.Of("is_incremental()", _ => Value.Of(true)));
            Put("should_full_refresh", FunctionValue.Of("should_full_refresh()", _ => Value.Of(false)));
        }
    }
}
