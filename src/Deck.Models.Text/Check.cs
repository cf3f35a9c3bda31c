using System.Collections.Immutable;

namespace Deck.Models.Text;

/// <summary>Makes <see cref="Checked{T}"/> values.</summary>
public static class Check
{
    public static Checked<T> Ok<T>(T value)
        where T : class => new(value, []);

    public static Checked<T> Ok<T>(T value, IEnumerable<Diagnostic> diagnostics)
        where T : class => new(value, [.. diagnostics]);

    /// <summary>No value; at least one of the diagnostics is an error.</summary>
    public static Checked<T> Failed<T>(params IEnumerable<Diagnostic> diagnostics)
        where T : class
    {
        ImmutableArray<Diagnostic> all = [.. diagnostics];
        return all.Any(d => d.Severity == Severity.Error)
            ? new Checked<T>(null, all)
            : throw new ArgumentException("a failed check needs an error", nameof(diagnostics));
    }
}
