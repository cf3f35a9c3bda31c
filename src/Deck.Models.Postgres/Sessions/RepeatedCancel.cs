using Deck.Models.Engine.Planning.Statements;
using Npgsql;

namespace Deck.Models.Postgres.Sessions;

/// <summary>Cancels again what does not end when it is cancelled: a cancel that reaches the server before its statement does is lost, and Npgsql sends one only.</summary>
internal sealed class RepeatedCancel : IDisposable
{
    private const int Times = 5;

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource ended = new();
    private readonly CancellationTokenRegistration registration;

    /// <param name="connection">Executes one thing until this is disposed.</param>
    public RepeatedCancel(NpgsqlConnection connection, CancellationToken cancellation)
    {
        CancellationToken end = ended.Token;
        registration = cancellation.Register(() => _ = RunAsync(connection, end));
    }

    public void Dispose()
    {
        registration.Dispose();
        ended.Cancel();
        ended.Dispose();
    }

    private static async Task RunAsync(NpgsqlConnection connection, CancellationToken end)
    {
        for (int i = 0; i < Times; i++)
        {
            await Task.Delay(Pace, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (end.IsCancellationRequested)
            {
                return;
            }

            await Beside.SendAsync(connection, LostProcess.Cancel).ConfigureAwait(false);
        }
    }
}
