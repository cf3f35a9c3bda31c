using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Text;

/// <summary>The outcome of a stage: a value, unless errors kept it from being made, and everything the stage has to say.</summary>
public sealed class Checked<T>
    where T : class
{
    internal Checked(T? value, ImmutableArray<Diagnostic> diagnostics)
    {
        Value = value;
        Diagnostics = diagnostics;
    }

    /// <summary>The value, or null where errors left nothing to work with.</summary>
    public T? Value { get; }

    public ImmutableArray<Diagnostic> Diagnostics { get; }

    public bool HasErrors => Diagnostics.Any(d => d.Severity == Severity.Error);

    /// <summary>True with the value when the stage made one without an error.</summary>
    public bool Succeeded([NotNullWhen(true)] out T? value)
    {
        value = HasErrors ? null : Value;
        return value is not null;
    }
}
