using System.Data;
using Deck.Models.Postgres.Sql;
using Npgsql;

namespace Deck.Models.Postgres.Sessions;

/// <summary>Knows whether a session is inside a transaction block, which Npgsql does not say of blocks opened by SQL.</summary>
internal sealed class TransactionTracker
{
    public bool IsOpen { get; private set; }

    /// <summary>Takes note of the transaction commands in a batch that succeeded.</summary>
    public void Follow(NpgsqlBatch batch)
    {
        foreach (NpgsqlBatchCommand command in batch.BatchCommands)
        {
            IsOpen = Next(IsOpen, command);
        }
    }

    /// <summary>True where a rollback is due after a failure; the tracker then counts the block as closed.</summary>
    public bool MayBeOpenAfter(NpgsqlBatch? failed, NpgsqlConnection connection)
    {
        bool mayBeOpen = IsOpen || (failed is not null && Opens(failed));
        IsOpen = false;
        return mayBeOpen && connection.State == ConnectionState.Open;
    }

    private static bool Opens(NpgsqlBatch batch)
    {
        foreach (NpgsqlBatchCommand command in batch.BatchCommands)
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
