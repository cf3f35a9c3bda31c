using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Compilation;

/// <summary>dbt's context in a model's text: every member is there in both phases (spec/jinja.md, 7).</summary>
public sealed class ContextMemberTests
{
    private static readonly string[] Names = """
        adapter api builtins column compiled_code config context context_macro_stack database dbt_metadata_envs dbt_version defer_relation
        diff_of_two_dicts env env_var exceptions execute flags fromjson fromyaml graph invocation_args_dict invocation_id load_agate_table load_result
        local_md5 log model modules post_hooks pre_hooks print project_name ref render return run_started_at schema selected_resources set set_strict
        source sql sql_now store_raw_result store_result submit_python_job target this thread_id tojson toyaml try_or_compiler_error validation var write
        zip zip_strict
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static readonly string[] AdapterMethods = """
        dispatch quote type get_relation get_columns_in_relation commit verify_database rename_relation drop_relation quote_seed_column
        get_hard_deletes_behavior expand_target_column_types behavior truncate_relation standardize_grants_dict render_raw_model_constraints
        render_raw_columns_constraints quote_as_configured parse_index get_missing_columns get_incremental_strategy_macro get_column_schema_from_query
        execute drop_schema convert_type valid_snapshot_target assert_valid_snapshot_target_given_strategy add_query already_exists cache_added
        cache_dropped cache_renamed check_schema_exists create_schema get_columns_in_table Relation Column config
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static readonly string[] Exceptions = """
        warn missing_config missing_materialization missing_relation raise_ambiguous_alias raise_ambiguous_catalog_match raise_cache_inconsistent
        raise_dataclass_not_dict raise_compiler_error raise_contract_error raise_database_error raise_dep_not_found raise_dependency_error
        raise_duplicate_patch_name raise_duplicate_resource_name raise_invalid_property_yml_version raise_not_implemented relation_wrong_type
        column_type_missing raise_fail_fast_error warn_snapshot_timestamp_data_types
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    public static IEnumerable<string> Members => [.. Names, .. AdapterMethods.Select(m => $"adapter.{m}"), .. Exceptions.Select(e => $"exceptions.{e}")];

    [TestCaseSource(nameof(Members))]
    public void A_member_is_defined_when_a_model_is_compiled(string name)
    {
        CompiledProject project = CompiledProject.Of(("models/a.sql", $"{{{{ 'there' if {name} is defined }}}}"));

        Assert.That(project.Sql("a"), Is.EqualTo("there"));
    }

    /// <summary>What the dry render finds shows in the configuration that it collects.</summary>
    [TestCaseSource(nameof(Members))]
    public void A_member_is_defined_when_a_model_is_parsed(string name)
    {
        CompiledProject project = CompiledProject.Of(("models/a.sql", $"{{{{ config(alias='there' if {name} is defined else 'missing') }}}}select 1"));

        Assert.That(project.Find("a").Alias, Is.EqualTo("there"));
    }
}
