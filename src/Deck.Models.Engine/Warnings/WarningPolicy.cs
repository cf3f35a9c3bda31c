using System.Collections.Immutable;
using Deck.Models.Text;

namespace Deck.Models.Engine.Warnings;

/// <summary>What becomes of warnings: `--strict`, `--warn-error` and `--warn-error-options`, by dbt's rules.</summary>
/// <remarks>A name counts more than `Deprecations`, and that more than `all`; of one rank, silence counts more than a warning, and that more than an error.</remarks>
public sealed class WarningPolicy
{
    /// <summary>Warnings stay warnings.</summary>
    public static WarningPolicy Plain { get; } = new();

    /// <summary>Every warning is an error.</summary>
    public static WarningPolicy Strict { get; } = new() { AllAreErrors = true };

    /// <summary>`error: all`.</summary>
    public bool AllAreErrors { get; init; }

    public ImmutableHashSet<string> Errors { get; init; } = [];

    public ImmutableHashSet<string> Warnings { get; init; } = [];

    public ImmutableHashSet<string> Silenced { get; init; } = [];

    /// <summary>The diagnostics with warnings as the policy wants them: errors, or gone.</summary>
    public IEnumerable<Diagnostic> Apply(IEnumerable<Diagnostic> diagnostics) => this == Plain ? diagnostics : diagnostics.Select(Apply).OfType<Diagnostic>();

    /// <param name="name">dbt's name of the warning.</param>
    public bool IsError(string name) => IsError([name]);

    /// <param name="name">dbt's name of the warning.</param>
    public bool IsSilent(string name) => IsSilent([name]);

    private Diagnostic? Apply(Diagnostic diagnostic)
    {
        string[] names = diagnostic.Code.WarningName is { } name ? [name, diagnostic.Code.ToString()] : [diagnostic.Code.ToString()];
        if (diagnostic.Severity == Severity.Error || (diagnostic.Severity == Severity.Notice && !names.Any(WarningNames.IsDeprecation)))
        {
            return diagnostic;
        }

        return IsError(names) ? diagnostic.As(Severity.Error) : IsSilent(names) ? null : diagnostic;
    }

    private bool IsError(string[] names)
    {
        bool named = names.Any(n => Warnings.Contains(n) || Silenced.Contains(n));
        bool isDeprecation = names.Any(WarningNames.IsDeprecation);
        bool spared = named || (isDeprecation && (Warnings.Contains(WarningNames.Deprecations) || Silenced.Contains(WarningNames.Deprecations)));
        return (names.Any(Errors.Contains) && !named)
            || (isDeprecation && Errors.Contains(WarningNames.Deprecations) && !spared)
            || (AllAreErrors && !spared);
    }

    private bool IsSilent(string[] names) =>
        names.Any(Silenced.Contains)
        || (names.Any(WarningNames.IsDeprecation) && Silenced.Contains(WarningNames.Deprecations) && !names.Any(n => Errors.Contains(n) || Warnings.Contains(n)));
}
