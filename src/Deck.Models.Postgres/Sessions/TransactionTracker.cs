using System.Data;
using Deck.Models.Engine.Execution;
using Deck.Models.Postgres.Sql;
using Npgsql;

namespace Deck.Models.Postgres.Sessions;

/// <summary>Knows whether a session is inside a transaction block, which Npgsql does not say of blocks opened by SQL.</summary>
internal sealed class TransactionTracker
{
    public bool IsOpen { get; private set; }

    /// <summary>The server's number of the open transaction, where it has told it.</summary>
    public string? Id { get; private set; }

    /// <summary>Takes note of the transaction commands in a batch that succeeded.</summary>
    /// <param name="id">The number of the transaction that the batch leaves open, where it asked for it.</param>
    public void Follow(CommandBatch batch, string? id)
    {
        foreach (NpgsqlBatchCommand command in batch.Commands)
        {
            IsOpen = Next(IsOpen, command);
        }

        Id = IsOpen ? id ?? Id : null;
    }

    /// <summary>What a failed batch may have committed, or null where all of it is rolled back.</summary>
    /// <param name="failed">The place of the command that the server refused, or null where the connection was lost and any may have run.</param>
    public UndecidedTransaction? Doubt(CommandBatch batch, int? failed)
    {
        bool open = IsOpen;
        bool ended = false;
        for (int i = 0; i < (failed ?? batch.Commands.Count); i++)
        {
            bool? effect = TransactionCommands.Effect(batch.Commands[i].CommandText);
            ended |= open && effect is not null;
            open = effect ?? open;
        }

        ended |= !open && (failed is not { } place || TransactionCommands.MayCommitWithin(batch.Commands[place].CommandText));
        return ended ? new UndecidedTransaction(Id) : null;
    }

    /// <summary>True where a rollback is due after a failure; the tracker then counts the block as closed.</summary>
    public bool MayBeOpenAfter(CommandBatch? failed, NpgsqlConnection connection)
    {
        bool mayBeOpen = IsOpen || (failed is not null && Opens(failed));
        (IsOpen, Id) = (false, null);
        return mayBeOpen && connection.State == ConnectionState.Open;
    }

    private static bool Opens(CommandBatch batch)
    {
        foreach (NpgsqlBatchCommand command in batch.Commands)
        {
            if (TransactionCommands.Effect(command.CommandText) == true)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Next(bool open, NpgsqlBatchCommand command) =>
        command.StatementType != Npgsql.StatementType.Other ? open : TransactionCommands.Effect(command.CommandText) ?? open;
}
