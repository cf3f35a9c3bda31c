using System.Security.Cryptography;
using System.Text;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Nodes;

/// <summary>`contract` of a node, with the checksum by which dbt finds changes of it.</summary>
internal static class ContractDict
{
    public static DictValue Of(Node node)
    {
        DictValue contract = new([new("enforced", Value.Of(false)), new("alias_types", Value.Of(true)), new("checksum", Value.None)]);
        if (node.Config.FindShared("contract") is DictValue written)
        {
            foreach ((Value key, Value value) in written.Entries)
            {
                contract.Set(key.ToText(), value);
            }
        }

        if (node is ModelNode model && NodeFields.Get(contract, "enforced").IsTrue)
        {
            contract.Set("checksum", Value.Of(ChecksumOf(model)));
        }

        return contract;
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
