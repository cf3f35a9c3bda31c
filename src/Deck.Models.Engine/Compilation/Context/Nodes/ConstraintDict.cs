using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Nodes;

/// <summary>A constraint of a contract with all of dbt's fields, and as Python prints it, which is what dbt hashes.</summary>
internal static class ConstraintDict
{
    private static readonly (string Key, Func<Value> Default)[] Fields =
    [
        ("name", () => Value.None), ("expression", () => Value.None), ("warn_unenforced", () => Value.Of(true)), ("warn_unsupported", () => Value.Of(true)),
        ("to", () => Value.None), ("to_columns", () => Value.List()),
    ];

    /// <param name="ofModel">True for a constraint of the model, which names its columns.</param>
    public static void AddTo(IFields dict, DictValue written, bool ofModel)
    {
        dict.Add("type", NodeFields.Get(written, "type"));
        foreach ((string key, Func<Value> otherwise) in Fields)
        {
            dict.Add(key, written.TryGet(key, out Value? value) ? value : otherwise());
        }

        if (ofModel)
        {
            dict.Add("columns", written.TryGet("columns", out Value? columns) ? columns : Value.List());
        }
    }

    /// <summary>The text of Python's object of it.</summary>
    public static string Repr(DictValue written, bool ofModel)
    {
        string type = NodeFields.Get(written, "type").ToText();
        IEnumerable<string> fields = FieldsValue.Of(written, (dict, constraint) => AddTo(dict, constraint, ofModel)).Fields.Skip(1).Select(e => $"{e.Key}={e.Value.Repr()}");
        return $"{(ofModel ? "Model" : "Column")}LevelConstraint({string.Join(", ", fields.Prepend($"type=<ConstraintType.{type}: '{type}'>"))})";
    }
}
