using System.Collections.Immutable;
using System.Globalization;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Planning;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Execution.Freshness;

/// <summary>Finds out how fresh sources are.</summary>
/// <param name="session">The connection that asks; templates of loaded_at_query use it too.</param>
public sealed class FreshnessCheck(IDatabaseSession session, CompilationScope scope, TimeProvider clock)
{
    /// <summary>
    /// Checks tables whose freshness has limits. One query asks for all of them; where it fails, each is asked for by itself, so that a
    /// missing table says nothing of the others.
    /// </summary>
    public async Task<ImmutableArray<FreshnessResult>> RunAsync(IReadOnlyList<SourceNode> sources, CancellationToken cancellation)
    {
        DateTimeOffset start = clock.GetUtcNow();
        if (sources.Any(s => FreshnessMacro.IsOverridden(s, scope.Session.Manifest.Macros)))
        {
            return [.. sources.Select(AskByMacro)];
        }

        Checked<string>[] queries = [.. sources.Select((s, i) => FreshnessQuery.Of(s, i, scope))];
        string[] sound = [.. queries.Where(q => !q.HasErrors).Select(q => q.Value).OfType<string>()];
        Dictionary<int, string?[]>? rows = sound.Length == 0 ? [] : await AskAsync(string.Join("\nunion all\n", sound), sound.Length == 1, cancellation).ConfigureAwait(false);
        FreshnessResult[] results = new FreshnessResult[sources.Count];
        for (int i = 0; i < sources.Count; i++)
        {
            Asked asked = new(sources[i], start);
            results[i] = !queries[i].Succeeded(out string? query) ? asked.Failed(queries[i].Diagnostics[0], clock)
                : rows is not null && rows.TryGetValue(i, out string?[]? row) ? Read(asked, row)
                : await AskAloneAsync(asked with { StartedAt = clock.GetUtcNow() }, query, cancellation).ConfigureAwait(false);
        }

        return [.. results];
    }

    /// <summary>The answers by number; null where the server refused the query, which is asked in parts then.</summary>
    private async Task<Dictionary<int, string?[]>?> AskAsync(string query, bool isLone, CancellationToken cancellation)
    {
        if (isLone)
        {
            return null;
        }

        try
        {
            return (await QueryAsync(query, cancellation).ConfigureAwait(false)).Rows.ToDictionary(r => int.Parse(r[0] ?? "", CultureInfo.InvariantCulture));
        }
        catch (DatabaseException)
        {
            return null;
        }
    }

    private async Task<FreshnessResult> AskAloneAsync(Asked asked, string query, CancellationToken cancellation)
    {
        try
        {
            return Read(asked, (await QueryAsync(query, cancellation).ConfigureAwait(false)).Rows[0]);
        }
        catch (DatabaseException refused)
        {
            return asked.Failed(DatabaseDiagnostics.DescribeQuery(refused.Error).At(asked.Source.Location), clock);
        }
    }

    private async Task<QueryResult> QueryAsync(string query, CancellationToken cancellation) =>
        (await session.ExecuteAsync(SqlBatch.Separate(SqlStatement.Of(query)), cancellation).ConfigureAwait(false))[0];

    private FreshnessResult Read(Asked asked, string?[] row)
    {
        if (row[1] is not ("timestamp without time zone" or "timestamp with time zone") || !TryRead(row[2] ?? "0001-01-01", out DateTimeOffset loaded) || !TryRead(row[3], out DateTimeOffset now))
        {
            string name = $"{asked.Source.SourceName}.{asked.Source.Name}";
            return asked.Failed(
                Diagnostic.Error(ExecutionCodes.NoLoadTime, $"the load time of source `{name}` is a {row[1]}, `{row[2]}`, and no timestamp", asked.Source.Location).WithHint("cast it in `loaded_at_field`"),
                clock);
        }

        return asked.Answered(new FreshnessTimes(loaded, now), clock);
    }

    private FreshnessResult AskByMacro(SourceNode source)
    {
        Asked asked = new(source, clock.GetUtcNow());
        Checked<FreshnessTimes> answer = FreshnessMacro.Ask(source, scope);
        return answer.Succeeded(out FreshnessTimes? times) ? asked.Answered(times, clock) : asked.Failed(answer.Diagnostics[0], clock);
    }

    /// <summary>A timestamp without a zone is UTC, as in dbt.</summary>
    private static bool TryRead(string? text, out DateTimeOffset time) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);

    /// <summary>A table that is asked for.</summary>
    private sealed record Asked(SourceNode Source, DateTimeOffset StartedAt)
    {
        public FreshnessResult Answered(FreshnessTimes times, TimeProvider clock) => new()
        {
            Source = Source,
            Status = FreshnessLimits.Of(Source)?.StatusOf(times.Now - times.Loaded) ?? FreshnessStatus.Pass,
            MaxLoadedAt = times.Loaded,
            SnapshottedAt = times.Now,
            StartedAt = StartedAt,
            FinishedAt = clock.GetUtcNow(),
        };

        public FreshnessResult Failed(Diagnostic trouble, TimeProvider clock) =>
            new() { Source = Source, Status = FreshnessStatus.RuntimeError, Trouble = trouble, StartedAt = StartedAt, FinishedAt = clock.GetUtcNow() };
    }
}
