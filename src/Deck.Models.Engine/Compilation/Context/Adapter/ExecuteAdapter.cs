using Deck.Models.Engine.Compilation.Context.Relations;
using Deck.Models.Engine.Compilation.Context.Results;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Adapter;

/// <summary>The methods of `adapter` that ask the database, or change it through dbt's macros.</summary>
internal static class ExecuteAdapter
{
    public static readonly MethodTable<AdapterValue> Members = new(
        ("execute(sql, auto_begin=False, fetch=False, limit=None)", (self, a) => Execute(Scope(self), a)),
        ("commit()", (self, _) => Commit(Scope(self))),
        ("add_query(sql, auto_begin=True, bindings=None, abridge_sql_log=False)", (self, a) => AddQuery(Scope(self), a)),
        ("get_relation(database, schema, identifier)", (self, a) => RelationLookup.Find(Scope(self), a[1].ToText(), a[2].ToText())),
        ("already_exists(schema, table)", (self, a) => Value.Of(!RelationLookup.Find(Scope(self), a[0].ToText(), a[1].ToText()).IsNone)),
        ("check_schema_exists(database, schema)", (self, a) => Value.Of(RelationLookup.HasSchema(Scope(self), a[1].ToText()))),
        ("create_schema(relation)", (self, a) => CallAndCommit(self, "create_schema", a)),
        ("drop_schema(relation)", (self, a) => CallAndCommit(self, "drop_schema", a)),
        ("drop_relation(relation)", (self, a) => a[0].IsNone ? Value.None : Call(self, "drop_relation", a)),
        ("truncate_relation(relation)", (self, a) => Call(self, "truncate_relation", a)),
        ("rename_relation(from_relation, to_relation)", Rename),
        ("get_columns_in_relation(relation)", (self, a) => Columns(self, a[0])),
        ("get_columns_in_table(schema, identifier)", (self, a) => Columns(self, new RelationValue { Schema = a[0].ToText(), Identifier = a[1].ToText() })),
        ("get_missing_columns(from_relation, to_relation)", (self, a) => Missing(Columns(self, a[0]), Columns(self, a[1]))),
        ("get_column_schema_from_query(sql)", (self, a) => Value.List(QueryColumns(Scope(self), a[0].ToText()))),
        ("expand_target_column_types(from_relation, to_relation)", Expand),
        ("valid_snapshot_target(relation, column_names=None)", (self, a) => SnapshotTarget.Check(Columns(self, a[0]), a[1], false)),
        ("assert_valid_snapshot_target_given_strategy(relation, column_names, strategy)", (self, a) => SnapshotTarget.Check(
            Columns(self, a[0]), a[1], a[2].GetAttribute("hard_deletes")?.ToText() == "new_record" || a[2].GetItem(Value.Of("hard_deletes"))?.ToText() == "new_record")),
        ("get_hard_deletes_behavior(config)", (_, a) => SnapshotTarget.HardDeletes(a[0])),
        ("get_incremental_strategy_macro(model_context, strategy)", (self, a) => IncrementalStrategies.Find(self.Scope, a[1].ToText())));

    private static ExecuteScope Scope(AdapterValue self) => (ExecuteScope)self.Scope;

    private static TupleValue Execute(ExecuteScope scope, BoundArguments a)
    {
        QueryResult result = scope.Run(a[0].ToText());
        return Value.Tuple(ResponseValue.Of(result), a[2].IsTrue ? QueryTables.Of(result, text => scope.Log(MessageLogged.Print, text.TrimEnd('\n'), true)) : QueryTables.Empty());
    }

    private static TupleValue AddQuery(ExecuteScope scope, BoundArguments a)
    {
        string sql = QueryBindings.Apply(a[0].ToText(), a[2]);
        if (scope.Script is { IsOpen: false } script && !a[1].IsTrue)
        {
            script.ExecuteOutside(sql);
        }
        else
        {
            scope.Run(sql);
        }

        return Value.Tuple(Value.None, Value.None);
    }

    private static NoneValue Commit(ExecuteScope scope)
    {
        scope.Script?.Commit();
        return NoneValue.Instance;
    }

    private static Value Call(AdapterValue self, string macro, BoundArguments a)
    {
        Scope(self).CallMacro(macro, KeyValuePair.Create("relation", a[0]));
        return Value.None;
    }

    /// <summary>Schemas are made and dropped for good, with all that the node did before, as in dbt.</summary>
    private static NoneValue CallAndCommit(AdapterValue self, string macro, BoundArguments a)
    {
        Call(self, macro, a);
        return Commit(Scope(self));
    }

    private static NoneValue Rename(AdapterValue self, BoundArguments a)
    {
        Scope(self).CallMacro("rename_relation", new("from_relation", a[0]), new("to_relation", a[1]));
        return NoneValue.Instance;
    }

    private static ListValue Columns(AdapterValue self, Value relation) =>
        Scope(self).CallMacro("get_columns_in_relation", KeyValuePair.Create("relation", relation)) as ListValue ?? Value.List();

    /// <summary>Columns of the first list that the second lacks, by name.</summary>
    private static ListValue Missing(ListValue from, ListValue to)
    {
        HashSet<string> present = [.. to.Items.OfType<ColumnValue>().Select(c => c.Name)];
        return Value.List(from.Items.OfType<ColumnValue>().Where(c => !present.Contains(c.Name)));
    }

    private static IEnumerable<Value> QueryColumns(ExecuteScope scope, string sql) =>
        scope.Query(sql).Columns.Select(c => new ColumnValue { Name = c.Name, Type = TypeNames.ToSql(c.TypeName) });

    private static NoneValue Expand(AdapterValue self, BoundArguments a)
    {
        Dictionary<string, ColumnValue> target = Columns(self, a[1]).Items.OfType<ColumnValue>().ToDictionary(c => c.Name, StringComparer.Ordinal);
        foreach (ColumnValue wanted in Columns(self, a[0]).Items.OfType<ColumnValue>())
        {
            if (target.TryGetValue(wanted.Name, out ColumnValue? present) && present.CanExpandTo(wanted))
            {
                Scope(self).CallMacro(
                    "alter_column_type", new("relation", a[1]), new("column_name", Value.Of(wanted.Name)), new("new_column_type", Value.Of(wanted.DataType)));
            }
        }

        return NoneValue.Instance;
    }
}
