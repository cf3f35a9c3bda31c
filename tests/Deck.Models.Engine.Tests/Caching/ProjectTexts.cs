using System.Text.RegularExpressions;

namespace Deck.Models.Engine.Tests.Caching;

/// <summary>Makes up the files of a project that uses what the cache has to keep apart; two calls hardly ever give the same text.</summary>
internal sealed partial class ProjectTexts(Random random)
{
    public const int Names = 8;

    private static readonly string[] Expressions =
    [
        "{{ m_0('a') }}", "{{ m_1('b') }}", "{{ m_2() }}", "{{ m_3() }}", "{{ shop.m_0('c') }}", "{{ pkg.helper('x') }}", "{{ adapter.dispatch('spread')() }}", "{{ adapter.dispatch('spread', 'pkg')() }}",
        "{{ var('v_0', 1) }}", "{{ var('v_1', 'x') }}", "{{ env_var('E_0', 'none') }}", "{{ env_var('E_1', 'none') }}", "{{ target.name }}", "{{ target.schema }}", "{{ flags.FULL_REFRESH }}", "{{ flags.WHICH }}",
        "{{ run_started_at }}", "{{ invocation_id }}", "{{ this }}", "{{ modules.datetime.date(2024, 1, 2) }}", "{{ [1] | random }}", "{{ dbt.current_timestamp() }}", "{{ m_late() if m_late is defined else 0 }}",
        "{{ source('raw', 'orders') }}", "{{ current_timestamp() }}", "{{ dbt.dateadd('day', 1, 'now()') }}", "{{ function('twice') }}(1)", "{{ metric('revenue') }}", "{{ m_late() if m_late is defined }}{{ pkg.get('helper', none) is none }}", "{% if execute %}{{ run_query('select 1') }}{% endif %}", "{{ context.keys() | length > 0 }}", "{{ builtins.ref.config.project_name }}",
    ];

    private static readonly string[] Configs =
    [
        "{{ config(materialized='table', tags=['hot']) }}", "{{ config(schema=var('v_1', 'x')) }}", "{{ config(alias='n_' ~ env_var('E_0', 'none')) }}", "{{ config(meta={'at': run_started_at.year}) }}",
        "{{ config(enabled=var('on', true)) }}", "{{ config(post_hook='select {{ invocation_id }}') }}", "{{ config(group='sales', access='public') }}", "{{ config(materialized='ephemeral') }}",
        "{{ config(meta={'id': invocation_id}) if flags.FULL_REFRESH }}", "{{ config(tags=m_2()) }}",
    ];

    private static readonly string[] Tests =
    [
        "unique", "not_null", "positive", "positive: {least: 2}", "accepted_values: {values: [1, 2]}", "relationships: {to: ref('model_0'), field: id}",
        "not_null: {config: {where: \"id > {{ var('v_0', 1) }}\"}}", "positive: {least: \"{{ env_var('E_1', '3') }}\", config: {severity: warn}}",
    ];

    /// <summary>The text of a file, by the folder that it is for.</summary>
    public string Of(string path) => path switch
    {
        "project.yml" => Project(),
        "models/orders.sql" => $"select 1 as id, current_date as ordered_at, '{Word()}' as status, 1 as amount, 2 as cost",
        "models/metricflow_time_spine.sql" => "select current_date as date_day, 1 as fiscal",
        "macros/base.sql" => BaseMacros(),
        "models/base.yml" => $"groups: [{{name: sales, owner: {{name: {Word()}}}}}]\nsources: [{{name: raw, tables: [{{name: orders, description: {Word()}, data_tests: [positive: {{column_name: id}}]}}]}}]\n",
        "dbt_packages/pkg/macros/base.sql" => $"{{% macro helper(x) %}}{Word()}{{% endmacro %}}",
        "models/base.md" => $"{{% docs block_0 %}} {Word()} {{% enddocs %}}",
        "models/semantics.yml" => SemanticTexts.Of(random),
        "functions/schema.yml" => $"functions: [{{name: twice, description: {Word()}, arguments: [{{name: x, data_type: int}}], returns: {{data_type: {Any("int", "bigint")}}}, overloads: [{{defined_in: twice_text, arguments: [{{name: x, data_type: text}}]}}]}}]\n",
        _ when path.StartsWith("functions/", StringComparison.Ordinal) => $"select x || '{Word()}' -- {Any(Expressions)}",
        _ when path.EndsWith(".yml", StringComparison.Ordinal) => Properties(),
        _ when path.EndsWith(".md", StringComparison.Ordinal) => $"{{% docs {Path.GetFileNameWithoutExtension(path)} %}} {Word()} {{% enddocs %}}",
        _ when path.EndsWith(".csv", StringComparison.Ordinal) => $"id,name\n1,{Word()}\n",
        _ when path.StartsWith("macros", StringComparison.Ordinal) || path.Contains("/macros/", StringComparison.Ordinal) => Macros(),
        _ when path.StartsWith("tests/generic", StringComparison.Ordinal) => TestMacro(),
        _ when path.StartsWith("snapshots", StringComparison.Ordinal) => Snapshot(),
        _ => Sql(path),
    };

    /// <summary>A text with other words in some places; a model's may be configured otherwise, or refer to something else.</summary>
    public string Touched(string path, string content)
    {
        string words = Words().Replace(content, match => random.Next(3) == 0 ? Word() : match.Value);
        int line = words.IndexOf('\n', StringComparison.Ordinal);
        return !path.EndsWith(".sql", StringComparison.Ordinal) ? $"{(random.Next(3) == 0 ? "# more\n" : "")}{words}" : random.Next(5) switch
        {
            0 => $"{Any(Configs)}{words[line..]}",
            1 => $"{words}, {Any(Expressions)}\n",
            2 => Sql(path),
            _ => $"{words}-- {Word()}\n",
        };
    }

    [GeneratedRegex(@"\bw\d+\b")]
    private static partial Regex Words();

    /// <summary>A model refers to earlier ones only, most of the time.</summary>
    private string Sql(string path)
    {
        int before = random.Next(60) > 0 && path.Contains("model_", StringComparison.Ordinal) ? path[^5] - '0' : Names;
        IEnumerable<string> refs = Enumerable.Range(0, random.Next(3)).Select(_ => $"-- {{{{ ref('model_{random.Next(before)}') }}}}");
        IEnumerable<string> expressions = Enumerable.Range(0, random.Next(4)).Select(_ => $", {Any(Expressions)}");
        return $"{(random.Next(3) == 0 ? Any(Configs) : "")}\nselect 1 as id {string.Join("\n", expressions)} as {Word()}\n{(before > 0 ? string.Join("\n", refs) : "")}\n";
    }

    private string Snapshot() => $"{{% snapshot snap_{random.Next(3)} %}}{{{{ config(strategy='check', unique_key='id', check_cols=['{Word()}']) }}}} select {Any(Expressions)} as id {{% endsnapshot %}}";

    private string TestMacro() => $"{{% test positive(model, column_name, least=0) %}} select {Any(Expressions)} from {{{{ model }}}} where {{{{ column_name }}}} <= {{{{ least }}}} -- {Word()} {{% endtest %}}";

    /// <summary>What the other texts need.</summary>
    private string BaseMacros() => string.Concat(Enumerable.Range(0, 4).Select(i => $"{{% macro m_{i}(column='a') %}}{Word()}{(i > 0 && random.Next(2) == 0 ? $"{{{{ m_{i - 1}('n') }}}}" : "")}{{% endmacro %}}\n"))
        + $"{{% macro default__spread() %}}{Word()}{{% endmacro %}}\n{{% test positive(model, column_name, least=0) %}}select {Word()}{{% endtest %}}\n";

    private string Macros() => string.Join("\n", Enumerable.Range(0, 1 + random.Next(3)).Select(_ => random.Next(10) switch
    {
        0 => "{% macro default__spread() %} {{ m_1('s') }} {% endmacro %}",
        1 => $"{{% macro postgres__spread() %}} {Word()} {{% endmacro %}}",
        2 => $"{{% macro generate_schema_name(custom_schema_name, node) %}}{{{{ target.schema }}}}_{random.Next(3)}{{% if env_var('E_1', '') %}}_{{{{ custom_schema_name }}}}{{% endif %}}{{% endmacro %}}",
        3 => $"{{% macro get_where_subquery(relation) %}}{{{{ relation }}}} {Word()}{{% endmacro %}}",
        4 => $"{{% macro m_late() %}}{random.Next(9)}{{% endmacro %}}",
        5 => $"{{% macro test_positive(model, column_name, least=1) %}} select {Any(Expressions)} {{% endmacro %}}",
        6 => $"{{% macro helper(x) %}} {Any(Expressions)} {{% endmacro %}}",
        7 => $"{{% macro {Any("current_timestamp", "postgres__current_timestamp", "default__dateadd")}(a='', b='', c='') %}} now() {{# {Word()} #}} {{% endmacro %}}",
        _ => $"{{% macro m_{random.Next(4)}(column='z') %}} {(random.Next(2) == 0 ? Word() : Any(Expressions.Where(e => !e.Contains("m_")).ToArray()))} {{% endmacro %}}",
    }));

    private string Properties() => string.Join("\n", new[] { "models:" }
        .Concat(Enumerable.Range(0, 1 + random.Next(2)).Select(_ => Entry($"model_{random.Next(Names)}")))
        .Concat(random.Next(3) == 0 ? ["sources:", $"  - name: s_{Word()}\n    schema: \"{{{{ var('v_1', 'x') }}}}\"\n    tables: [{{name: orders, data_tests: [positive: {{column_name: id}}]}}, {{name: {Word()}}}]"] : [])
        .Concat(random.Next(4) == 0 ? ["seeds:", Entry($"seed_{random.Next(2)}")] : [])
        .Concat(random.Next(4) == 0 ? ["exposures:", $"  - name: board_{random.Next(3)}\n    type: dashboard\n    owner: {{name: {Word()}}}\n    depends_on: [ref('model_{random.Next(Names)}')]"] : [])
        .Concat(random.Next(5) == 0 ? ["groups:", $"  - {{name: g_{Word()}, owner: {{email: {Word()}}}}}"] : [])
        .Concat(random.Next(4) == 0 ? ["macros:", $"  - {{name: m_0, description: {Word()}, arguments: [{{name: column, type: text}}]}}"] : [])
        .Concat(random.Next(6) == 0 ? ["unit_tests:", $"  - name: ut_{random.Next(3)}\n    model: model_1\n    given: []\n    expect: {{rows: [{{id: {random.Next(9)}}}]}}"] : [])
        .Concat(random.Next(9) == 0 ? [$"{Word()}: []"] : []));

    private string Entry(string name) => $"""
          - name: {name}
            description: "{(random.Next(2) == 0 ? Word() : "{{ doc('block_0') }}")}"
            config: {Any("{}", "{tags: [cold]}", "{schema: \"{{ var('v_1', 'x') }}\"}", "{meta: {owner: \"{{ env_var('E_0', 'none') }}\"}}", "{enabled: \"{{ target.name == 'dev' }}\"}", "{contract: {enforced: true}}")}
            columns:
              - name: id
                data_type: int
                data_tests: &tests_of_{name} [{string.Join(", ", Enumerable.Range(0, random.Next(3)).Select(_ => Any(Tests)).Distinct())}]
              - name: other
                data_tests: {Any("[]", $"*tests_of_{name}")}
        """;

    private string Project()
    {
        string schema = Any("gold", "{{ env_var('E_0', 'none') }}", "{{ target.name }}");
        return string.Join("\n",
            "name: shop",
            "version: '1'",
            "profile: shop",
            $"vars: {{v_0: {random.Next(3)}, pkg: {{v_1: {Word()}}}}}",
            "models:",
            $"  +tags: [{Word()}]",
            $"  shop: {{gold: {{+materialized: {Any("table", "view")}, +schema: \"{schema}\"}}}}",
            $"dispatch: [{{macro_namespace: pkg, search_order: {Any("[shop, pkg]", "[pkg]")}}}]",
            $"on-run-start: [\"select '{{{{ invocation_id }}}}', {random.Next(3)}\"]",
            "");
    }

    private string Word() => $"w{random.Next(50)}";

    private string Any(params string[] choices) => choices[random.Next(choices.Length)];
}
