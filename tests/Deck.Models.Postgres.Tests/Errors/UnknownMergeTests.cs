using Deck.Models.Engine.Execution;
using Deck.Models.Postgres.Errors;
using Npgsql;
using NUnit.Framework;

namespace Deck.Models.Postgres.Tests.Errors;

/// <summary>What a server before PostgreSQL 15 says to `merge`, and what the user is told.</summary>
public sealed class UnknownMergeTests
{
    private const string Statement = "/* é */ merge into people using news on true when matched then do nothing";

    [Test]
    public void A_server_without_merge_is_told_from_a_mistake() => Assert.That(Advice("merge"), Does.Contain("PostgreSQL 15").And.Contain("`delete+insert`"));

    [Test]
    public void A_mistake_in_a_merge_is_a_mistake() => Assert.That(Advice("when"), Is.Null);

    private static string? Advice(string unexpected)
    {
        PostgresException refusal = new(
            $"syntax error at or near \"{unexpected}\"",
            "ERROR",
            "ERROR",
            PostgresErrorCodes.SyntaxError,
            position: Statement.IndexOf(unexpected, StringComparison.Ordinal) + 1);
        DatabaseException told = DatabaseErrors.From(refusal, new FailedStatement(Statement, 0, Statement, 0));
        return told.Error.Advice;
    }
}
