using Deck.Models.Engine.Planning.Statements;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Planning.Materializations.Contracts;

/// <summary>A `unique` or `primary_key` constraint of a model with a name, which is that of an index too: a schema has each once.</summary>
/// <param name="Name">As the properties file has it, which is SQL.</param>
/// <param name="TemporaryName">The name beside the live table, quoted.</param>
/// <param name="Constraint">The constraint with the temporary name.</param>
internal sealed record NamedIndex(string Name, string TemporaryName, DictValue Constraint)
{
    /// <summary>Null for other constraints, and for those that the server names.</summary>
    public static NamedIndex? Of(Value constraint)
    {
        if (constraint is not DictValue dict || TextOf(dict, "name") is not { } name || TextOf(dict, "type") is not ("unique" or "primary_key"))
        {
            return null;
        }

        string plain = name.StartsWith('"') && name.EndsWith('"') && name.Length > 1 ? name[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : RelationQuoting.Fold(name);
        string temporary = RelationName.Quote(Statements.TemporaryName.With(plain, "__dbt_tmp"));
        DictValue copy = new(dict.Entries.Select(e => KeyValuePair.Create(e.Key.ToText(), e.Value)));
        copy.Set("name", Value.Of(temporary));
        return new NamedIndex(name, temporary, copy);
    }

    private static string? TextOf(DictValue dict, string key) => dict.TryGet(key, out Value? value) && !value.IsNone ? value.ToText() : null;
}
