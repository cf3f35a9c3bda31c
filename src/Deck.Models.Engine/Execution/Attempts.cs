using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Planning;
using Deck.Models.Engine.Planning.Statements;
using Deck.Models.Text;

namespace Deck.Models.Engine.Execution;

/// <summary>Decides after each failure whether a piece of work is done again, and makes the session ready for it: only where the failure may pass and nothing of the work has taken effect.</summary>
internal sealed class Attempts(WorkerSession session, AttemptedWork work, CancellationToken cancellation)
{
    private readonly List<Diagnostic> told = [];
    private int failures;

    /// <summary>True where the server had committed what failed to be answered.</summary>
    public bool IsDone { get; private set; }

    /// <summary>What the result should mention, as warnings.</summary>
    public IReadOnlyList<Diagnostic> Told => told;

    /// <summary>The last failure, with what was found out about it.</summary>
    public DatabaseError? Failure { get; private set; }

    /// <summary>True where the work is to be done again, now.</summary>
    public async Task<bool> AgainAsync(DatabaseError error)
    {
        Failure = work.IsPure ? error with { Undecided = null } : error;
        bool mayRepeat = ++failures <= session.Policy.Retries;
        if (!error.IsTransient || (Failure.Undecided is null && !mayRepeat) || (Failure.Undecided is not null && error.LostProcess is null))
        {
            return false;
        }

        if (mayRepeat && !IsReplaced(error))
        {
            await session.Policy.WaitAsync(failures, cancellation).ConfigureAwait(false);
        }

        if (error.LostProcess is not null && !await IsRolledBackAsync(error).ConfigureAwait(false))
        {
            return false;
        }

        if (mayRepeat)
        {
            told.Add(Diagnostic.Warning(ExecutionCodes.Repeated, $"tried again after a failure that may pass: {DatabaseDiagnostics.SentenceOf(error)}"));
        }

        return mayRepeat;
    }

    /// <summary>True where the connection was lost to several nodes at once, and another one has replaced it.</summary>
    private bool IsReplaced(DatabaseError error) => error.LostProcess is { } lost && lost == session.ReplacedProcess;

    /// <summary>Connects anew and looks what became of the transaction; false also where that cannot be told.</summary>
    private async Task<bool> IsRolledBackAsync(DatabaseError error)
    {
        try
        {
            if (!IsReplaced(error))
            {
                await session.ReconnectAsync(error, cancellation).ConfigureAwait(false);
            }

            string? fate = Failure?.Undecided is { } undecided ? await AskAsync(undecided).ConfigureAwait(false) : "aborted";
            IsDone = fate == "committed";
            if (IsDone)
            {
                told.Add(Diagnostic.Warning(ExecutionCodes.CommittedUnheard, $"{DatabaseDiagnostics.SentenceOf(error)}; the server had committed by then, so nothing was done again"));
            }

            Failure = fate == "aborted" ? error with { Undecided = null } : Failure;
            return fate == "aborted";
        }
        catch (DatabaseException)
        {
            // The server stays out of reach: what came first is what the result tells.
            return false;
        }
    }

    private async Task<string?> AskAsync(UndecidedTransaction undecided)
    {
        SqlStatement? question = undecided.Id is { } id ? TransactionFate.Of(id)
            : work is { Target: { } target, Since: { } since } ? TransactionFate.OfMaker(target, since)
            : null;
        return question is null ? null : (await session.ExecuteAsync(SqlBatch.Separate(question), cancellation).ConfigureAwait(false))[0].Rows[0][0];
    }
}
