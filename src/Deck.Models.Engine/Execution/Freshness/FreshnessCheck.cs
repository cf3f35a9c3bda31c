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
    /// <summary>Checks tables whose freshness has limits: in one query, and in a few where the server refuses something of it.</summary>
    public async Task<ImmutableArray<FreshnessResult>> RunAsync(IReadOnlyList<SourceNode> sources, CancellationToken cancellation)
    {
        DateTimeOffset start = clock.GetUtcNow();
        if (sources.Any(s => FreshnessMacro.IsOverridden(s, scope.Session.Manifest.Macros)))
        {
            return [.. sources.Select(AskByMacro)];
        }

        FreshnessResult[] results = new FreshnessResult[sources.Count];
        List<Question> questions = [];
        for (int i = 0; i < sources.Count; i++)
        {
            Checked<string> built = FreshnessQuery.Of(sources[i], i, scope);
            if (built.Succeeded(out string? query))
            {
                questions.Add(new Question(i, sources[i], query));
            }
            else
            {
                results[i] = new Asked(sources[i], start).Failed(built.Diagnostics[0], clock);
            }
        }

        await Bisection.AskAsync([.. questions], 1, some => AskAsync(some, results, cancellation)).ConfigureAwait(false);
        return [.. results];
    }

    /// <summary>Asks for all tables at once; false where the server refuses that and there are fewer to ask for.</summary>
    private async Task<bool> AskAsync(Question[] questions, FreshnessResult[] results, CancellationToken cancellation)
    {
        DateTimeOffset start = clock.GetUtcNow();
        try
        {
            QueryResult answers = await QueryAsync(string.Join("\nunion all\n", questions.Select(q => q.Query)), cancellation).ConfigureAwait(false);
            Dictionary<int, string?[]> rows = answers.Rows.ToDictionary(r => int.Parse(r[0] ?? "", CultureInfo.InvariantCulture));
            foreach (Question question in questions)
            {
                results[question.Number] = Read(new Asked(question.Source, start), rows[question.Number]);
            }
        }
        catch (DatabaseException refused) when (questions.Length == 1 || refused.Error.Connection is not null)
        {
            foreach (Question question in questions)
            {
                results[question.Number] = new Asked(question.Source, start).Failed(DatabaseDiagnostics.DescribeQuery(refused.Error).At(question.Source.Location), clock);
            }
        }
        catch (DatabaseException)
        {
            return false;
        }

        return true;
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

    /// <summary>The part of a query that asks for one table.</summary>
    private sealed record Question(int Number, SourceNode Source, string Query);

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
