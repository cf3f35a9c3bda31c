namespace Deck.Models.Engine.Execution;

/// <summary>How often and after what time something that failed for a passing reason is tried again.</summary>
/// <param name="Retries">The profile's `retries`.</param>
public sealed record RetryPolicy(int Retries, TimeProvider Clock)
{
    /// <summary>Waits 1, 4, 9 … seconds before the second, third, fourth … attempt (dbt-postgres: `exponential_backoff`).</summary>
    public Task WaitAsync(int failures, CancellationToken cancellation) => Task.Delay(TimeSpan.FromSeconds((double)failures * failures), Clock, cancellation);

    /// <summary>Does what may be done twice, and again where its connection is lost on the way.</summary>
    public async Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        for (int failures = 1; ; failures++)
        {
            try
            {
                return await work().ConfigureAwait(false);
            }
            catch (DatabaseException failure) when (failure.Error.LostProcess is not null && failures <= Retries)
            {
                await WaitAsync(failures, cancellation).ConfigureAwait(false);
            }
        }
    }
}
