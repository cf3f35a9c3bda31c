using Npgsql;

namespace Deck.Models.Postgres.Results;

/// <summary>Takes the results of a batch off the wire; commands without columns give none.</summary>
internal static class ResultReader
{
    public static async Task<IReadOnlyList<RawResult>> ReadAllAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        List<RawResult> results = [];
        do
        {
            if (reader.FieldCount > 0)
            {
                RawResult result = Describe(reader, out List<string?[]> rows);
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                {
                    rows.Add(Row(reader));
                }

                results.Add(result);
            }
        }
        while (await reader.NextResultAsync(cancellation).ConfigureAwait(false));
        return results;
    }

    public static IReadOnlyList<RawResult> ReadAll(NpgsqlDataReader reader)
    {
        List<RawResult> results = [];
        do
        {
            if (reader.FieldCount > 0)
            {
                RawResult result = Describe(reader, out List<string?[]> rows);
                while (reader.Read())
                {
                    rows.Add(Row(reader));
                }

                results.Add(result);
            }
        }
        while (reader.NextResult());
        return results;
    }

    private static RawResult Describe(NpgsqlDataReader reader, out List<string?[]> rows)
    {
        rows = [];
        IEnumerable<int> columns = Enumerable.Range(0, reader.FieldCount);
        return new RawResult(BatchAccess.StatementIndex(reader), [.. columns.Select(reader.GetName)], [.. columns.Select(reader.GetDataTypeOID)], rows);
    }

    private static string?[] Row(NpgsqlDataReader reader)
    {
        string?[] row = new string?[reader.FieldCount];
        for (int i = 0; i < row.Length; i++)
        {
            row[i] = reader.IsDBNull(i) ? null : reader.GetString(i);
        }

        return row;
    }
}
