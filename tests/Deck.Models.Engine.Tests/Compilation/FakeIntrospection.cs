using System.Collections.Immutable;
using Deck.Models.Engine.Execution;

namespace Deck.Models.Engine.Tests.Compilation;

/// <summary>A database that answers by what a query contains, and remembers what it was asked.</summary>
internal sealed class FakeIntrospection : IIntrospection
{
    private readonly List<(string Part, Func<string, QueryResult> Answer)> answers = [];

    public List<string> Queries { get; } = [];

    /// <summary>What happens while the database works.</summary>
    public Action Meanwhile { get; init; } = () => { };

    public FakeIntrospection When(string part, string columns, params string?[][] rows)
    {
        ImmutableArray<QueryColumn> described = [.. columns.Split(',', StringSplitOptions.TrimEntries).Select(c => new QueryColumn(c.Split(' ')[0], c.Split(' ')[1]))];
        answers.Add((part, _ => new QueryResult(described, rows, $"SELECT {rows.Length}")));
        return this;
    }

    public FakeIntrospection Fails(string part, DatabaseError error)
    {
        answers.Add((part, sql => throw new DatabaseException(error with { Statement = sql })));
        return this;
    }

    public QueryResult Query(string sql, CancellationToken cancellation)
    {
        Queries.Add(sql);
        Meanwhile();
        foreach ((string part, Func<string, QueryResult> answer) in answers)
        {
            if (sql.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return answer(sql);
            }
        }

        return new QueryResult([], [], "SELECT 0");
    }
}
