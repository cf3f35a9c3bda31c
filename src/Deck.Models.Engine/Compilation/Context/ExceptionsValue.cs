using Deck.Models.Engine.Warnings;
using Deck.Models.Templating;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation.Context;

/// <summary>`exceptions`: how macros report mistakes.</summary>
internal sealed class ExceptionsValue(NodeScope scope) : Value
{
    private static readonly MethodTable<ExceptionsValue> Methods = new(
        ("warn(msg, node=None)", (self, a) => self.Warn("JinjaLogWarning", a[0].ToText())),
        ("warn_snapshot_timestamp_data_types(snapshot_time_data_type, updated_at_data_type)", (self, a) => self.Warn(
            "SnapshotTimestampWarning",
            $"Data type of snapshot table timestamp columns ({a[0].ToText()}) doesn't match derived column 'updated_at' ({a[1].ToText()}). Please update snapshot config 'updated_at'.")),
        ("raise_compiler_error(msg, node=None)", (_, a) => Raise(a[0].ToText())),
        ("raise_not_implemented(msg)", (_, a) => Raise($"ERROR: {a[0].ToText()}")),
        ("raise_database_error(msg, node=None)", (_, a) => Raise(a[0].ToText())),
        ("raise_dependency_error(msg)", (_, a) => Raise(a[0].ToText())),
        ("raise_parsing_error(msg, node=None)", (_, a) => Raise(a[0].ToText())),
        ("raise_fail_fast_error(msg, node=None)", (_, a) => Raise(a[0].ToText())),
        ("raise_contract_error(yaml_columns, sql_columns)", (_, a) => Raise(
            $"This model has an enforced contract that failed: the declared columns are {a[0].ToText()}, the query's are {a[1].ToText()}")),
        ("raise_duplicate_resource_name(node_1, node_2)", (_, a) => Raise($"two resources have one name: {a[0].ToText()} and {a[1].ToText()}")),
        ("raise_ambiguous_alias(node_1, node_2, duped_name=None)", (_, a) => Raise($"two resources have one relation name: {a[0].ToText()} and {a[1].ToText()}")),
        ("raise_ambiguous_catalog_match(unique_id, match_1, match_2)", (_, a) => Raise(
            $"two relations of the database match {a[0].ToText()}: {a[1].ToText()} and {a[2].ToText()}")),
        ("raise_cache_inconsistent(message)", (_, a) => Raise($"Cache inconsistency detected: {a[0].ToText()}")),
        ("raise_dataclass_not_dict(obj)", (_, a) => Raise($"the object {a[0].Repr()} was used as a dictionary, which objects of its type do not allow")),
        ("raise_dep_not_found(node, node_description, required_pkg)", (_, a) => Raise(
            $"Error while parsing {a[1].ToText()}: the required package `{a[2].ToText()}` was not found")),
        ("raise_duplicate_patch_name(patch_1, existing_patch_path)", (_, a) => Raise(
            $"{a[0].GetAttribute("name")?.ToText() ?? a[0].ToText()} is described twice, the other time in {a[1].ToText()}")),
        ("raise_invalid_property_yml_version(path, issue)", (_, a) => Raise($"The yml property file at {a[0].ToText()} is invalid because {a[1].ToText()}")),
        ("relation_wrong_type(relation, expected_type, model=None)", (_, a) => Raise(
            $"Trying to create {a[1].ToText()} {a[0].ToText()}, but it currently exists as a {a[0].GetAttribute("type")?.ToText()}. "
            + $"Either drop {a[0].ToText()} manually, or run dbt with `--full-refresh` and dbt will drop it for you.")),
        ("missing_config(model, name)", (_, a) => Raise($"Model '{Id(a[0])}' does not define a required config parameter '{a[1].ToText()}'.")),
        ("missing_materialization(model, adapter_type)", (_, a) => Raise($"No materialization was found for {Id(a[0])} on adapter {a[1].ToText()}")),
        ("missing_relation(relation, model=None)", (_, a) => Raise($"Relation {a[0].ToText()} not found!")),
        ("column_type_missing(column_names)", (_, a) => Raise($"Contracted models require data_type to be defined for each column. Please ensure that the column name and data_type are defined within the YAML configuration for the {a[0].ToText()} column(s).")));

    public override string TypeName => "dict";

    public override IEnumerable<string> MemberNames => Methods.Names;

    public override Value? GetAttribute(string name) => Methods.Bind(this, name);

    public override Value? GetItem(Value key) => key is StringValue name ? GetAttribute(name.Text) : null;

    public override string Repr() => "{'exceptions': {...}}";

    /// <summary>Raises a template's own error; the place is that of the call.</summary>
    public static Value Raise(string message) =>
        throw new TemplateException(Diagnostic.Error(CompilationCodes.RaisedByTemplate, message.Trim()));

    /// <param name="name">dbt's name of the warning.</param>
    private StringValue Warn(string name, string message)
    {
        scope.Reads.NoteFlags();
        WarningPolicy policy = scope.Invocation.Settings.Warnings;
        if (policy.IsError(name))
        {
            Raise(message);
        }

        if (!policy.IsSilent(name))
        {
            scope.Log("warn", message, true);
        }

        return new StringValue("");
    }

    private static string Id(Value model) => model.GetItem(Of("unique_id"))?.ToText() ?? model.ToText();
}
