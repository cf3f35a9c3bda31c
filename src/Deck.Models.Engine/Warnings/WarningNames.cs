using System.Collections.Frozen;

namespace Deck.Models.Engine.Warnings;

/// <summary>The names that `--warn-error-options` may hold: dbt's events, those of its other engine too, and the codes of this tool.</summary>
internal sealed class WarningNames
{
    public const string Deprecations = "Deprecations";

    private readonly FrozenSet<string> names;

    private WarningNames(FrozenSet<string> names)
    {
        this.names = names;
    }

    public IEnumerable<string> All => names;

    /// <summary>Read where options are given, which is seldom.</summary>
    public static WarningNames Read()
    {
        using Stream stream = typeof(WarningNames).Assembly.GetManifestResourceStream("Deck.Models.Engine.Warnings.names.txt")
            ?? throw new InvalidOperationException("the list of names is not embedded");
        using StreamReader reader = new(stream);
        return new WarningNames(reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Append(Deprecations).ToFrozenSet(StringComparer.Ordinal));
    }

    public bool Contains(string name) => names.Contains(name) || IsCode(name);

    /// <summary>True for the names of deprecations, which the word `Deprecations` stands for.</summary>
    public static bool IsDeprecation(string name) => name.EndsWith("Deprecation", StringComparison.Ordinal);

    private static bool IsCode(string name) => name.Length == 8 && name.StartsWith("DECK", StringComparison.Ordinal) && name.AsSpan(4).ContainsAnyExceptInRange('0', '9') is false;
}
