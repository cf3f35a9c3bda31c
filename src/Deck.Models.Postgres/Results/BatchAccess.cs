using System.Runtime.CompilerServices;
using Npgsql;

namespace Deck.Models.Postgres.Results;

/// <summary>The two things that a batch needs from Npgsql and that Npgsql keeps to itself; a test holds both in place.</summary>
internal static class BatchAccess
{
    /// <summary>Asks for every column in PostgreSQL's own text form, so that no type needs a .NET mapping.</summary>
    /// <remarks>Public on a command only, and a command with positional parameters holds one statement.</remarks>
    public static void RequestText(NpgsqlBatch batch) => SetAllResultTypesAreUnknown(batch, true);

    /// <summary>The statement that the current result belongs to: statements without columns have no result to stop at.</summary>
    public static int StatementIndex(NpgsqlDataReader reader) => GetStatementIndex(reader);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_AllResultTypesAreUnknown")]
    private static extern void SetAllResultTypesAreUnknown(NpgsqlBatch batch, bool value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_StatementIndex")]
    private static extern int GetStatementIndex(NpgsqlDataReader reader);
}
