using System.Collections.Immutable;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Warnings;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine;

/// <summary>What one invocation was asked to do, as values: flags, variables, environment, clock readings.</summary>
public sealed record InvocationSettings
{
    /// <summary>The command's name as dbt writes it into artifacts (`run`, `build`, `test`, …): `flags.WHICH`.</summary>
    public required string Command { get; init; }

    /// <summary>When the invocation began, in UTC: `run_started_at`.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    public required Guid InvocationId { get; init; }

    /// <summary>Environment variables; the only way in which the engine sees them.</summary>
    public ImmutableDictionary<string, string> Environment { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>`--vars`, parsed; strings, numbers, lists and dicts as YAML gives them.</summary>
    public ImmutableDictionary<string, Value> Vars { get; init; } = ImmutableDictionary<string, Value>.Empty;

    /// <summary>The same with values for variables that `--vars` does not name.</summary>
    public InvocationSettings WithDefaults(DictValue vars) =>
        this with { Vars = Vars.AddRange(vars.Entries.Select(e => KeyValuePair.Create(e.Key.ToText(), e.Value)).Where(e => !Vars.ContainsKey(e.Key))) };

    /// <summary>The text of the `profiles.yml` that was found, or null where there is none.</summary>
    public SourceText? ProfilesFile { get; init; }

    /// <summary>A connection as one URL (`DECKMODEL_DATABASE_URL`); it takes the place of profiles.</summary>
    public string? DatabaseUrl { get; init; }

    public string? ProfileName { get; init; }

    public string? TargetName { get; init; }

    public int? Threads { get; init; }

    public bool FullRefresh { get; init; }

    /// <summary>`--event-time-start`: where the batches of microbatch models begin.</summary>
    public DateTimeOffset? EventTimeStart { get; init; }

    /// <summary>`--event-time-end`: where they end, instead of at the invocation's beginning.</summary>
    public DateTimeOffset? EventTimeEnd { get; init; }

    /// <summary>`--sample`: the span of event time that is read of inputs with an `event_time`; it is that of microbatch models' batches too.</summary>
    public EventTimeWindow? Sample { get; init; }

    /// <summary>`--skip-unchanged-seeds`: seeds' tables are left alone that are as they were loaded from the same files.</summary>
    public bool SkipUnchangedSeeds { get; init; }

    public bool FailFast { get; init; }

    public bool StoreFailures { get; init; }

    /// <summary>Whether tests on one relation may share a statement.</summary>
    public bool FuseTests { get; init; } = true;

    public bool Empty { get; init; }

    /// <summary>`--strict`, `--warn-error`, `--warn-error-options`: which warnings are errors, and which are silent.</summary>
    public WarningPolicy Warnings { get; init; } = WarningPolicy.Plain;

    /// <summary>Further flags for `flags` and `invocation_args_dict`, by their dbt name in lower case.</summary>
    public ImmutableDictionary<string, Value> Flags { get; init; } = ImmutableDictionary<string, Value>.Empty;

    /// <summary>Hears what strings of profiles, package lists and project files log and print; null where nobody listens.</summary>
    public IRunObserver? Observer { get; init; }

    /// <summary>False for `--no-print`.</summary>
    internal bool Prints => !Flags.TryGetValue("print", out Value? print) || print.IsTrue;
}
