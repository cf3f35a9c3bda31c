using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Execution.Sql;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Execution;

/// <summary>Where SQL text is cut into statements.</summary>
public sealed class SqlSplitterTests
{
    [TestCase("select 1; select 2;", "select 1|select 2")]
    [TestCase("select 1", "select 1")]
    [TestCase(" ; ;\n;", "")]
    [TestCase("select ';' as a; select 2", "select ';' as a|select 2")]
    [TestCase("select 'it''s; so'; select 2", "select 'it''s; so'|select 2")]
    [TestCase(@"select E'a\';b'; select 2", @"select E'a\';b'|select 2")]
    [TestCase(@"select 'a\'; select 2", @"select 'a\'|select 2")]
    [TestCase("select 1 as \"a;b\"; select 2", "select 1 as \"a;b\"|select 2")]
    [TestCase("do $$ begin; end $$; select 2", "do $$ begin; end $$|select 2")]
    [TestCase("do $a$ x; $$ ; $a$; select 2", "do $a$ x; $$ ; $a$|select 2")]
    [TestCase("select $1; select $2", "select $1|select $2")]
    [TestCase("select a$b$; select c$b$", "select a$b$|select c$b$")]
    [TestCase("select 1 -- a; b\n; select 2", "select 1|select 2")]
    [TestCase("select /* a; /* b; */ c; */ 1; select 2", "select /* a; /* b; */ c; */ 1|select 2")]
    [TestCase("select 1; -- the end;", "select 1")]
    [TestCase("select 'open; select 2", "select 'open; select 2")]
    public void Semicolons_between_statements_cut(string sql, string expected) =>
        Assert.That(string.Join('|', SqlSplitter.Split(sql).Select(f => f.Sql)), Is.EqualTo(expected));

    [Test]
    public void The_comment_above_a_statement_is_its_heading()
    {
        const string Sql = "-- ==== Users ====\n-- by month\n\nselect 1;\n/* Orders */ select 2; select 3";

        Assert.That(SqlSplitter.Split(Sql).Select(f => f.Heading), Is.EqualTo(new[] { "Users by month", "Orders", null }));
    }

    [Test]
    public void A_fragment_knows_its_place()
    {
        const string Sql = "-- one\nselect 1;\n\n-- two\nselect 2;";

        foreach (SqlFragment fragment in SqlSplitter.Split(Sql))
        {
            Assert.That(Sql[fragment.Start..], Does.StartWith(fragment.Sql));
        }
    }
}
