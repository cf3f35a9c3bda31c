using System.Collections.Immutable;

namespace Deck.Models.Text;

/// <summary>One mistake of the user's, as a value: what is wrong, where, and how to go on.</summary>
public sealed class Diagnostic
{
    private Diagnostic(DiagnosticCode code, Severity severity, string message, Location? location)
    {
        Code = code;
        Severity = severity;
        Message = message;
        Location = location;
    }

    public DiagnosticCode Code { get; }

    public Severity Severity { get; }

    /// <summary>One sentence without a full stop; values stand in backticks.</summary>
    public string Message { get; }

    public Location? Location { get; }

    /// <summary>Ways to go on, each one sentence, such as "did you mean `stg_users`?".</summary>
    public ImmutableArray<string> Hints { get; private init; } = [];

    /// <summary>Places that lead to <see cref="Location"/>, innermost first: the stack of macro calls.</summary>
    public ImmutableArray<RelatedLocation> Related { get; private init; } = [];

    public static Diagnostic Error(DiagnosticCode code, string message, Location? location = null) => new(code, Severity.Error, message, location);

    public static Diagnostic Warning(DiagnosticCode code, string message, Location? location = null) => new(code, Severity.Warning, message, location);

    public static Diagnostic Notice(DiagnosticCode code, string message, Location? location = null) => new(code, Severity.Notice, message, location);

    /// <summary>The same diagnostic with a further hint; null and empty hints change nothing.</summary>
    public Diagnostic WithHint(string? hint) => string.IsNullOrEmpty(hint) ? this : Copy(Severity, Location, Hints.Add(hint), Related);

    public Diagnostic WithRelated(IEnumerable<RelatedLocation> related) => Copy(Severity, Location, Hints, Related.AddRange(related));

    public Diagnostic At(Location location) => Copy(Severity, location, Hints, Related);

    public Diagnostic As(Severity severity) => Copy(severity, Location, Hints, Related);

    public override string ToString() => Location is null ? $"{Code}: {Message}" : $"{Location}: {Code}: {Message}";

    private Diagnostic Copy(Severity severity, Location? location, ImmutableArray<string> hints, ImmutableArray<RelatedLocation> related) =>
        new(Code, severity, Message, location) { Hints = hints, Related = related };
}
