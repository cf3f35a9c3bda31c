using Deck.Models.Testing.Databases;
using NUnit.Framework;

namespace Deck.Models.Postgres.Tests.Materializations;

/// <summary>Enforced contracts: what a query must give, and the constraints of the table.</summary>
public sealed class ContractTests
{
    private BuiltProject project = null!;

    [SetUp]
    public async Task CreateDatabase() => project = new BuiltProject(await PostgresFixture.CreateDatabaseAsync());

    [TearDown]
    public async Task DropDatabase() => await project.Database.DisposeAsync();

    [TestCase("table")]
    [TestCase("view")]
    [TestCase("incremental")]
    public async Task A_query_that_keeps_its_contract_is_built(string kind)
    {
        (string, string)[] files = [Model(kind, "select 'x'::varchar as name, 1 as id"), Contract("{name: id, data_type: int}", "{name: name, data_type: text}")];
        await project.BuildAsync(files);
        await project.BuildAsync(files);

        Assert.That(await project.AskAsync("select id, name from app.a limit 1"), Is.EqualTo("1, x"));
    }

    [TestCase("table")]
    [TestCase("view")]
    [TestCase("incremental")]
    public async Task A_query_that_breaks_its_contract_changes_nothing(string kind)
    {
        await project.BuildAsync(("a", "{{ config(materialized='table') }}select 7 as id, 'old' as name"));
        string failure = await project.FailAsync(
            Model(kind, "select '1'::text as id, 2.5 as price, 'x' as name"),
            Contract("{name: id, data_type: int}", "{name: name, data_type: string}", "{name: at, data_type: timestamp}"));

        Assert.That(failure, Does.StartWith("""
            DECK0672 the query of `a` does not keep the model's contract
            | column_name | definition_type | contract_type               | mismatch_reason       |
            | ----------- | --------------- | --------------------------- | --------------------- |
            | at          |                 | timestamp without time zone | missing in definition |
            | id          | text            | integer                     | data type mismatch    |
            | price       | numeric         |                             | missing in contract   |
            """.ReplaceLineEndings("\n")));
        Assert.That(await project.AskAsync("select id, name from app.a"), Is.EqualTo("7, old"));
    }

    [Test]
    public async Task Named_constraints_outlive_a_rebuild()
    {
        (string, string)[] files =
        [
            Model("table", "select 1 as id, 'x'::text as name"),
            ("models/a.yml", """
                models:
                  - name: a
                    config: {contract: {enforced: true}}
                    constraints: [{type: primary_key, name: Key_of_a, columns: [id]}, {type: unique, name: '"One name"', columns: [name]}, {type: check, name: known, expression: id > 0}]
                    columns: [{name: id, data_type: int}, {name: name, data_type: text}]
                """),
        ];
        await project.BuildAsync(files);
        await project.BuildAsync(files);
        await project.BuildAsync(files);

        Assert.That(await project.AskAsync("select conname from pg_constraint where conrelid = 'app.a'::regclass and contype <> 'n' order by conname"), Is.EqualTo("One name; key_of_a; known"));
    }

    [Test]
    public async Task A_foreign_key_leads_to_a_model_by_ref()
    {
        (string, string)[] files =
        [
            ("a", "{{ config(materialized='table') }} select 1 as id"),
            ("z_first", "{{ config(materialized='table') }} select 1 as id"),
            ("models/a.yml", """
                models:
                  - name: z_first
                    config: {contract: {enforced: true}}
                    constraints: [{type: primary_key, columns: [id]}]
                    columns: [{name: id, data_type: int}]
                  - name: a
                    config: {contract: {enforced: true}}
                    constraints: [{type: foreign_key, name: to_first, columns: [id], to: ref('z_first'), to_columns: [id]}]
                    columns: [{name: id, data_type: int}]
                """),
        ];
        await project.BuildAsync(files);

        Assert.That(await project.AskAsync("select conname, confrelid::regclass from pg_constraint where conrelid = 'app.a'::regclass"), Is.EqualTo("to_first, app.z_first"));
    }

    [Test]
    public async Task The_table_has_the_declared_types_and_constraints()
    {
        (string, string)[] files =
        [
            Model("table", "select 'x'::text as name, 1::bigint as id, 2.345 as price"),
            ("models/a.yml", """
                models:
                  - name: a
                    config: {contract: {enforced: true}}
                    constraints: [{type: unique, columns: [id, name]}, {type: check, name: cheap, expression: price < 10}]
                    columns:
                      - {name: id, data_type: bigint, constraints: [{type: not_null}, {type: primary_key}]}
                      - {name: name, data_type: varchar(10), constraints: [{type: check, expression: "name <> ''"}]}
                      - {name: price, data_type: "numeric(10, 2)"}
                """),
        ];
        await project.BuildAsync(files);
        await project.BuildAsync(files);

        Assert.That(
            await project.AskAsync("select attname, format_type(atttypid, atttypmod), attnotnull from pg_attribute where attrelid = 'app.a'::regclass and attnum > 0 order by attnum"),
            Is.EqualTo("id, bigint, t; name, character varying(10), f; price, numeric(10,2), f"));
        Assert.That(
            await project.AskAsync("select contype, pg_get_constraintdef(oid) from pg_constraint where conrelid = 'app.a'::regclass and contype in ('c', 'p', 'u') order by 1, 2"),
            Is.EqualTo("c, CHECK (((name)::text <> ''::text)); c, CHECK ((price < (10)::numeric)); p, PRIMARY KEY (id); u, UNIQUE (id, name)"));
        Assert.That(await project.AskAsync("select * from app.a"), Is.EqualTo("1, x, 2.35"));
    }

    [Test]
    public async Task A_row_that_breaks_a_constraint_stops_the_model()
    {
        string failure = await project.FailAsync(Model("table", "select null::int as id"), Contract("{name: id, data_type: int, constraints: [{type: not_null}]}"));

        Assert.That(failure, Does.Contain("null value in column \"id\""));
        Assert.That(await project.AskAsync("select to_regclass('app.a')"), Is.EqualTo("null"));
    }

    [TestCase("columns: [{name: id, data_type: int}, {name: name}]", "DECK0673: the contract of `a` gives no `data_type` for the column `name`")]
    [TestCase("description: no columns", "DECK0673: the contract of `a` has no columns")]
    public async Task A_contract_names_all_columns_with_their_types(string columns, string expected) => Assert.That(
        async () => await project.FailAsync(Model("table", "select 1 as id"), ("models/a.yml", $"models: [{{name: a, config: {{contract: {{enforced: true}}}}, {columns}}}]")),
        Throws.InstanceOf<AssertionException>().With.Message.Contains(expected));

    private static (string, string) Model(string kind, string sql) => ("a", $"{{{{ config(materialized='{kind}', on_schema_change='append_new_columns') }}}}{sql}");

    private static (string, string) Contract(params string[] columns) =>
        ("models/a.yml", $"models: [{{name: a, config: {{contract: {{enforced: true}}}}, columns: [{string.Join(", ", columns)}]}}]");
}
