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
    private HashSet<string>? macros;
    private HashSet<string>? qualifiedMacros;

    public IReadOnlyCollection<string> Environment => environment ?? [];

    public IReadOnlyCollection<string> Variables => variables ?? [];

    /// <summary>Names that were looked up among the macros, found or not, without a package.</summary>
    public IReadOnlyCollection<string> Macros => macros ?? [];

    /// <summary>The same with a package: `package.name`.</summary>
    public IReadOnlyCollection<string> QualifiedMacros => qualifiedMacros ?? [];

    public bool ReadsFlags { get; private set; }

    /// <summary>True where the project's configuration was asked for (`ref.config`).</summary>
    public bool ReadsProject { get; private set; }

    /// <summary>True where the same render may give something else next time, whatever stayed as it was.</summary>
    public bool IsVolatile { get; private set; }

    /// <summary>True where nothing was asked for that the files do not say; macros stand in files.</summary>
    public bool IsEmpty => !ReadsFlags && !IsVolatile && environment is null && variables is null;

    public void NoteEnvironment(string name) => (environment ??= new HashSet<string>(StringComparer.Ordinal)).Add(name);

    public void NoteVariable(string name) => (variables ??= new HashSet<string>(StringComparer.Ordinal)).Add(name);

    /// <summary>A macro was looked up, found or not.</summary>
    public void NoteMacro(string name) => (macros ??= new HashSet<string>(StringComparer.Ordinal)).Add(name);

    /// <summary>The same of a call that names the package.</summary>
    public void NoteMacro(string package, string name) => (qualifiedMacros ??= new HashSet<string>(StringComparer.Ordinal)).Add($"{package}.{name}");

    /// <summary>A member of the context was asked for.</summary>
    public void NoteMember(string name)
    {
        ReadsFlags |= name is "flags" or "invocation_args_dict";
        IsVolatile |= Changing.Contains(name);
    }

    /// <summary>A text was rendered: the filter `random` leaves no other trace.</summary>
    public void NoteText(string text) => IsVolatile |= text.Contains("random", StringComparison.Ordinal);

    /// <summary>All names of the context, or of a package, were listed.</summary>
    public void NoteAllNames() => IsVolatile = true;

    public void NoteFlags() => ReadsFlags = true;

    /// <summary>The project's configuration holds the flags and the variables of the command line, too.</summary>
    public void NoteProject() => (ReadsFlags, ReadsProject) = (true, true);

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
