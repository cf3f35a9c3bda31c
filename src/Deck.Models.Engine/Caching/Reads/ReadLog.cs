using System.Collections.Frozen;

namespace Deck.Models.Engine.Caching.Reads;

/// <summary>What a render asked for that the project's files do not say: variables of the command line and the environment, flags, and what changes by itself.</summary>
internal sealed class ReadLog
{
    /// <summary>Members of the context that answer differently each time, or may.</summary>
    private static readonly FrozenSet<string> Changing = FrozenSet.ToFrozenSet(
        ["modules", "lipsum", "run_started_at", "invocation_id", "thread_id", "dbt_metadata_envs"], StringComparer.Ordinal);

    private HashSet<string>? environment;
    private HashSet<string>? variables;

    public IReadOnlyCollection<string> Environment => environment ?? [];

    public IReadOnlyCollection<string> Variables => variables ?? [];

    public bool ReadsFlags { get; private set; }

    /// <summary>True where the same render may give something else next time, whatever stayed as it was.</summary>
    public bool IsVolatile { get; private set; }

    public bool IsEmpty => !ReadsFlags && !IsVolatile && environment is null && variables is null;

    public void NoteEnvironment(string name) => (environment ??= new HashSet<string>(StringComparer.Ordinal)).Add(name);

    public void NoteVariable(string name) => (variables ??= new HashSet<string>(StringComparer.Ordinal)).Add(name);

    /// <summary>A member of the context was asked for.</summary>
    public void NoteMember(string name)
    {
        ReadsFlags |= name is "flags" or "invocation_args_dict";
        IsVolatile |= Changing.Contains(name);
    }

    /// <summary>A text was rendered: the filter `random` leaves no other trace.</summary>
    public void NoteText(string text) => IsVolatile |= text.Contains("random", StringComparison.Ordinal);

    /// <summary>All names of the context were listed.</summary>
    public void NoteAllNames() => IsVolatile = true;

    public void NoteFlags() => ReadsFlags = true;

    public void Add(ReadLog other)
    {
        ReadsFlags |= other.ReadsFlags;
        IsVolatile |= other.IsVolatile;
        foreach (string name in other.Environment)
        {
            NoteEnvironment(name);
        }

        foreach (string name in other.Variables)
        {
            NoteVariable(name);
        }
    }
}
