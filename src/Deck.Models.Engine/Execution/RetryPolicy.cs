namespace Deck.Models.Engine.Execution;

/// <summary>How often and after what time something that failed for a passing reason is tried again.</summary>
/// <param name="Retries">The profile's `retries`.</param>
internal sealed record RetryPolicy(int Retries, TimeProvider Clock)
{
    /// <summary>Waits 1, 4, 9 … seconds before the second, third, fourth … attempt (dbt-postgres: `exponential_backoff`).</summary>
    public Task WaitAsync(int failures, CancellationToken cancellation) => Task.Delay(TimeSpan.FromSeconds((double)failures * failures), Clock, cancellation);
}
