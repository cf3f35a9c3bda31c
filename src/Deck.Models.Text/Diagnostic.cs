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

    private Diagnostic(Diagnostic original)
        : this(original.Code, original.Severity, original.Message, original.Location)
    {
        Details = original.Details;
        Hints = original.Hints;
        Related = original.Related;
    }

    public DiagnosticCode Code { get; }

    public Severity Severity { get; private init; }

    /// <summary>One sentence without a full stop; values stand in backticks.</summary>
    public string Message { get; }

    public Location? Location { get; private init; }

    /// <summary>Further facts, each with its label, such as "detail: Key (id)=(1) already exists.".</summary>
    public ImmutableArray<string> Details { get; private init; } = [];

    /// <summary>Ways to go on, each one sentence, such as "did you mean `stg_users`?".</summary>
    public ImmutableArray<string> Hints { get; private init; } = [];

    /// <summary>Places that lead to <see cref="Location"/>, innermost first: the stack of macro calls.</summary>
    public ImmutableArray<RelatedLocation> Related { get; private init; } = [];

    public static Diagnostic Error(DiagnosticCode code, string message, Location? location = null) => new(code, Severity.Error, message, location);

    public static Diagnostic Warning(DiagnosticCode code, string message, Location? location = null) => new(code, Severity.Warning, message, location);

    public static Diagnostic Notice(DiagnosticCode code, string message, Location? location = null) => new(code, Severity.Notice, message, location);

    /// <summary>The same diagnostic with a further fact; a null or empty one changes nothing.</summary>
    public Diagnostic WithDetail(string label, string? text) => string.IsNullOrEmpty(text) ? this : new(this) { Details = Details.Add($"{label}: {text}") };

    /// <summary>The same diagnostic with further facts, each with its label before it.</summary>
    public Diagnostic WithDetails(ImmutableArray<string> details) => details.IsEmpty ? this : new(this) { Details = Details.AddRange(details) };

    /// <summary>The same diagnostic with a further hint; null and empty hints change nothing.</summary>
    public Diagnostic WithHint(string? hint) => string.IsNullOrEmpty(hint) ? this : new(this) { Hints = Hints.Add(hint) };

    public Diagnostic WithRelated(IEnumerable<RelatedLocation> related) => new(this) { Related = Related.AddRange(related) };

    public Diagnostic At(Location location) => new(this) { Location = location };

    public Diagnostic As(Severity severity) => new(this) { Severity = severity };

    public override string ToString() => Location is null ? $"{Code}: {Message}" : $"{Location}: {Code}: {Message}";
}
