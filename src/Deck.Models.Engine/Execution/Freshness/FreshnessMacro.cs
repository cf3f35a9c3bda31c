using System.Globalization;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Compilation.Context;
using Deck.Models.Engine.Compilation.Context.References;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Execution.Freshness;

/// <summary>Asks for the age of a source by the project's own `collect_freshness` or `collect_freshness_custom_sql`.</summary>
internal static class FreshnessMacro
{
    private const string OfField = "collect_freshness";
    private const string OfQuery = "collect_freshness_custom_sql";

    /// <summary>True where the project or a package has a macro in place of dbt's.</summary>
    public static bool IsOverridden(SourceNode source, MacroRegistry macros) => macros.IsOverridden(NameFor(source));

    /// <summary>The times of the newest row and of the check, as the macro's table has them in its only row.</summary>
    public static Checked<FreshnessTimes> Ask(SourceNode source, CompilationScope compilation)
    {
        ExecuteScope scope = new(source, compilation, new ManifestReferences(compilation.Session.References));
        if (source.Relation is not { } relation || !scope.TryGetMacro(NameFor(source), out Value? macro))
        {
            return Failed(source, $"macro `{NameFor(source)}` does not exist");
        }

        Checked<Value> called = ArgumentsOf(source, compilation, scope.RelationOf(relation, source)) is { } arguments
            ? scope.Session.Call(macro, arguments)
            : Check.Failed<Value>(FreshnessQuery.Render(source, source.LoadedAtQuery ?? "", compilation).Diagnostics);
        if (!called.Succeeded(out Value? result))
        {
            return Check.Failed<FreshnessTimes>(called.Diagnostics.Select(d => d.Location is null ? d.At(source.Location) : d));
        }

        Value table = result.GetAttribute("table") ?? result.GetItem(Value.Of("table")) ?? result;
        return table.Length == 1 && table.GetItem(Value.Of(0)) is { Length: 2 } row && TimeOf(row, 1) is { } now
            ? Check.Ok(new FreshnessTimes(TimeOf(row, 0) ?? DateTimeOffset.MinValue, now))
            : Failed(source, $"`{NameFor(source)}` gave no table with one row of two times");
    }

    private static string NameFor(SourceNode source) => source.LoadedAtQuery is null ? OfField : OfQuery;

    private static Arguments? ArgumentsOf(SourceNode source, CompilationScope compilation, Value relation)
    {
        if (source.LoadedAtQuery is not { } written)
        {
            return new Arguments([], [new("source", relation), new("loaded_at_field", Value.Of(source.LoadedAtField)), new("filter", Value.Of(FreshnessLimits.Of(source)?.Filter))]);
        }

        return FreshnessQuery.Render(source, written, compilation).Succeeded(out string? query)
            ? new Arguments([], [new("source", relation), new("loaded_at_query", Value.Of(query))])
            : null;
    }

    /// <summary>A time without a zone is UTC, as in dbt.</summary>
    private static DateTimeOffset? TimeOf(Value row, int index) =>
        row.GetItem(Value.Of(index)) is { IsNone: false } value
        && DateTimeOffset.TryParse(value.ToText(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset time)
            ? time
            : null;

    private static Checked<FreshnessTimes> Failed(SourceNode source, string message) =>
        Check.Failed<FreshnessTimes>(Diagnostic.Error(ExecutionCodes.NoLoadTime, message, source.Location));
}
