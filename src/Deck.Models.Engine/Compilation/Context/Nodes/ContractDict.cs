using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Nodes;

/// <summary>`contract` of a node, with the checksum by which dbt finds changes of it.</summary>
internal static class ContractDict
{
    private static readonly ImmutableArray<string> Known = ["enforced", "alias_types", "checksum"];
    private static readonly DictValue Unwritten = new();

    public static void AddTo(IFields dict, Node node)
    {
        DictValue written = node.Config.FindShared("contract") as DictValue ?? Unwritten;
        Value enforced = written.TryGet("enforced", out Value? given) ? given : Value.Of(false);
        dict.Add("enforced", enforced);
        dict.Add("alias_types", written.TryGet("alias_types", out Value? alias) ? alias : Value.Of(true));
        dict.Add("checksum", node is ModelNode model && enforced.IsTrue ? Value.Of(ChecksumOf(model)) : NodeFields.Get(written, "checksum"));
        foreach ((Value key, Value value) in written.Entries.Where(e => !Known.Contains(e.Key.ToText())))
        {
            dict.Add(key.ToText(), value);
        }
    }

    /// <summary>dbt hashes names, types and constraints of the columns in the order of their names; where constraints are enforced, the model's too.</summary>
    private static string ChecksumOf(ModelNode model)
    {
        StringBuilder state = new();
        foreach (Column column in model.Columns.OrderBy(c => c.Name, StringComparer.Ordinal))
        {
            state.Append('|').Append(column.Name).Append(column.DataType ?? "None");
            state.Append('[').AppendJoin(", ", column.Constraints.Select(c => ConstraintDict.Repr(c, false))).Append(']');
        }

        if (model.Config.Materialized is "table" or "incremental")
        {
            state.Append(model.Config.Materialized);
            state.Append('[').AppendJoin(", ", model.Constraints.Select(c => ConstraintDict.Repr(c, true))).Append(']');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state.ToString())));
    }
}
