using System.Text.Json.Nodes;

namespace Deck.Models.Postgres.Tests.DataTests;

/// <summary>Makes up tables, and uses of generic tests on them with every config that bears on their verdict; the same for the same seed.</summary>
/// <param name="hasMistakes">True where some of the tests are refused by the server.</param>
internal sealed class RandomTests(int seed, bool hasMistakes)
{
    public const string Macro = """
        {% test expression_is_true(model, expression, column_name=None) %}
        select
            {{ '*' if should_store_failures() else '1' }}
        from {{ model }}
        where not({{ column_name or '' }} {{ expression }})
        {% endtest %}
        """;

    private static readonly string[] Columns = ["id", "code", "amount", "flag", "day", "token", "\"Order\"", "pair", "lower(code)", "coalesce(amount, 0)"];

    private static readonly string[] WrongColumns = ["doc", "t0", "missing", "unnest(array[id, id])"];

    private static readonly string[] Conditions =
    [
        "id > 3", "code is not null", "flag or id < 10", "code <> 'it''s'", "day >= date '2024-01-02'", "id in (select 1 union select 2)", "amount > 1 and (flag or code ~ '^a')",
        "false", "code like '%\\%'",
    ];

    private static readonly string[] WrongConditions = ["1 / (id - 4) > 0", "nowhere = 1", "t1.id > 2", "id > 1) or (true", "id > 1 limit 3"];

    private static readonly string[] Expressions =
        ["id > 0", "amount >= 0 or amount is null", "code <> 'b'", "(flag is not null)", "length(code) < 5", "id = (select max(id) from app.t1)"];

    private static readonly string[] WrongExpressions = ["1 / (id - 5) > 0", "day > 'no date'", "count(*) > 1"];

    private static readonly string[] Thresholds = ["!= 0", "> 2", ">1", ">= 0", "= 0", "< 3", "<> 1", "between 1 and 3", "> 10", "*2 > 5"];

    private readonly Random random = new(seed);

    public bool HasMistakes => hasMistakes;

    /// <summary>Statements that make tables (empty, small, large, partitioned, with unique indexes of all sorts) and a view in the schema `app`.</summary>
    public IEnumerable<string> Tables()
    {
        string[] makers = ["create table app.t0", "create table app.t1", "create table app.t2", "create unlogged table app.t3", "create table app.t4"];
        int[] rows = [0, 12, 60, 2_000, 40];
        for (int i = 0; i < makers.Length; i++)
        {
            yield return $"{makers[i]} {Definition}{(i == 4 ? " partition by range (id)" : "")}";
            if (i == 4)
            {
                yield return "create table app.t4_low partition of app.t4 for values from (minvalue) to (20)";
                yield return "create table app.t4_high partition of app.t4 default";
            }

            yield return $"alter table app.t{i} alter pad set storage plain";
            yield return $"insert into app.t{i} select {Row(i == 3)} from generate_series(1, {rows[i]}) i";
        }

        yield return "create index on app.t1 (code)";
        yield return "create unique index on app.t3 (id) where id < 0";
        yield return "create unique index on app.t3 (token)";
        yield return "create view app.t5 as select * from app.t2 where id % 2 = 0 or id is null";
    }

    /// <summary>A properties file, as JSON.</summary>
    public string Properties(int tests)
    {
        JsonArray[] tables = [.. Enumerable.Range(0, 6).Select(_ => new JsonArray())];
        for (int i = 0; i < tests; i++)
        {
            tables[random.Next(tables.Length)].Add(Test($"test_{i:000}"));
        }

        JsonArray all = [.. tables.Select((t, i) => new JsonObject { ["name"] = $"t{i}", ["data_tests"] = t })];
        return new JsonObject { ["sources"] = new JsonArray(new JsonObject { ["name"] = "raw", ["schema"] = "app", ["tables"] = all }) }.ToJsonString();
    }

    private static string Definition => "(id int, code text, amount numeric, flag boolean, day date, token uuid, \"Order\" bigint, doc json, pair app.pair, t0 int, pad text)";

    private string Row(bool isLarge) => string.Join(", ",
    [
        $"nullif({Pick(isLarge ? ["i", "i % 1990"] : ["i", "i", "i % 9", "i / 2"])}, {random.Next(1, 9)})",
        isLarge ? Pick("md5(i::text)", "'x' || i % 1999") : $"(array['a', 'b', 'it''s', null, 'A', 'd\"e', ''])[1 + (i * {random.Next(1, 7)}) % {random.Next(2, 8)}]",
        $"i % {random.Next(2, 9)} - {Pick("0", "0.50", "1")}",
        Pick("true", "i % 3 = 0", "nullif(i % 2 = 0, true)"),
        "date '2024-01-01' + i % 400",
        "md5(i::text)::uuid",
        Pick("i", "-i", "i % 5", "null"),
        "'{\"a\": 1}'::json",
        Pick("row(i, 'x')::app.pair", "row(null, i::text)::app.pair", "null"),
        Pick("i", "null"),
        isLarge ? "repeat('x', 6000)" : "null",
    ]);

    private JsonObject Test(string name)
    {
        string column = PickOf(Columns, WrongColumns);
        JsonObject body = new() { ["name"] = name, ["config"] = Config() };
        string test = Pick("not_null", "not_null", "unique", "accepted_values", "expression_is_true");
        if (test == "expression_is_true")
        {
            body["arguments"] = new JsonObject { ["expression"] = PickOf(Expressions, WrongExpressions) };
            return new JsonObject { [test] = body };
        }

        body["arguments"] = test == "accepted_values" ? Values(column) : new JsonObject { ["column_name"] = column };
        return new JsonObject { [test] = body };
    }

    private JsonObject Values(string column)
    {
        (string[] values, bool quote) = PickOf([column], ["nothing"]) switch
        {
            "id" or "\"Order\"" => (new[] { "1", "2", "-3" }, false),
            "amount" or "coalesce(amount, 0)" => (["0", "1", "1.50"], random.Next(2) == 0),
            "code" or "lower(code)" => (["a", "b", "it''s", "A", "d\"e", ""], true),
            "flag" => (["true", "null"], false),
            "day" => (["2024-01-02"], true),
            "token" => (["c4ca4238-a0b9-2382-0dcc-509a6f75849b"], true),
            "pair" => (["row(1, 'x')::app.pair"], false),
            _ => random.Next(2) == 0 ? (["it's"], true) : (["value_field"], false),
        };
        return new JsonObject { ["column_name"] = column, ["values"] = new JsonArray([.. values.Select(v => (JsonNode)v)]), ["quote"] = quote };
    }

    private JsonObject Config()
    {
        JsonObject config = [];
        Sometimes(config, "where", 3, PickOf(Conditions, WrongConditions));
        Sometimes(config, "severity", 3, "warn", "error", "WARN");
        Sometimes(config, "error_if", 5, Thresholds);
        Sometimes(config, "warn_if", 5, Thresholds);
        Sometimes(config, "limit", 8, "0", "1", "5");
        Sometimes(config, "fail_calc", 10, "count(*)", "count (*)", PickOf(["coalesce(max(7), 0)"], ["max(7)"]));
        Sometimes(config, "store_failures", 10, "true");
        Sometimes(config, "store_failures_as", 20, "view", "ephemeral", "table");
        return config;
    }

    private void Sometimes(JsonObject config, string key, int every, params string[] values)
    {
        if (random.Next(every) == 0)
        {
            config[key] = Pick(values);
        }
    }

    /// <summary>One that is right, or sometimes one that is not.</summary>
    private string PickOf(string[] right, string[] wrong) => hasMistakes && random.Next(40) == 0 ? Pick(wrong) : Pick(right);

    private string Pick(params string[] values) => values[random.Next(values.Length)];
}
