using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Resolution.Properties;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Adapter;

/// <summary>Constraints of a contract as the column list of `create table` writes them; PostgreSQL enforces every kind.</summary>
internal static class ConstraintText
{
    /// <summary>`name type constraints` for each column of `model.columns`.</summary>
    public static ListValue OfColumns(Value columns, Func<string, string> render)
    {
        List<Value> lines = [];
        foreach (Value column in (columns as DictValue)?.Entries.Values ?? [])
        {
            string name = Text(column, "name") ?? "";
            List<string> words = [Field(column, "quote") is { IsTrue: true } ? RelationName.Quote(name) : name, Text(column, "data_type") ?? ""];
            words.AddRange(Items(Field(column, "constraints")).Select(c => OfColumn(c, render)).OfType<string>());
            lines.Add(Value.Of(string.Join(' ', words)));
        }

        return Value.List(lines);
    }

    /// <summary>One line for each constraint of the model.</summary>
    public static ListValue OfModel(Value constraints, Func<string, string> render) => Value.List(Items(constraints).Select(c => OfModelConstraint(c, render)).OfType<string>().Select(t => Value.Of(t)));

    private static string? OfColumn(Value constraint, Func<string, string> render) => Text(constraint, "type") switch
    {
        "check" when Text(constraint, "expression") is { } expression => $"check ({expression})",
        "not_null" => Join("not null", Text(constraint, "expression")),
        "unique" => Join("unique", Text(constraint, "expression")),
        "primary_key" => Join("primary key", Text(constraint, "expression")),
        "foreign_key" => References(constraint, render),
        "custom" => Text(constraint, "expression"),
        _ => null,
    };

    private static string? OfModelConstraint(Value constraint, Func<string, string> render)
    {
        string name = Text(constraint, "name") is { } given ? $"constraint {given} " : "";
        string columns = string.Join(", ", Items(Field(constraint, "columns")).Select(c => c.ToText()));
        string? expression = Text(constraint, "expression");
        return Text(constraint, "type") switch
        {
            "check" when expression is not null => $"{name}check ({expression})",
            "unique" => $"{name}unique{Spaced(expression)} ({columns})",
            "primary_key" => $"{name}primary key{Spaced(expression)} ({columns})",
            "foreign_key" => References(constraint, render) is { } references ? $"{name}foreign key ({columns}) {references}" : null,
            "custom" when expression is not null => $"{name}{expression}",
            _ => null,
        };
    }

    private static string? References(Value constraint, Func<string, string> render)
    {
        string targets = string.Join(", ", Items(Field(constraint, "to_columns")).Select(c => c.ToText()));
        return Text(constraint, "to") is { } to && targets.Length > 0 ? $"references {(ForeignKeyTarget.IsCall(to) ? render(ForeignKeyTarget.TemplateOf(to)) : to)} ({targets})"
            : Text(constraint, "expression") is { } expression ? $"references {expression}"
            : null;
    }

    private static string Join(string words, string? expression) => words + Spaced(expression);

    private static string Spaced(string? text) => string.IsNullOrEmpty(text) ? "" : $" {text}";

    private static Value? Field(Value value, string name) => value.GetItem(Value.Of(name));

    private static string? Text(Value value, string name) => Field(value, name) is { IsNone: false } text ? text.ToText() : null;

    private static IEnumerable<Value> Items(Value? value) => value is ListValue list ? list.Items : [];
}
