using System.Collections.Frozen;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Adapter;

/// <summary>`adapter.behavior`: dbt's behaviour change flags as the project's `flags:` has them, each true or false and with its `no_warn`.</summary>
internal sealed class BehaviorValue(ProjectContext project) : Value
{
    /// <summary>The defaults of dbt-adapters and dbt-postgres.</summary>
    private static readonly FrozenDictionary<string, bool> Defaults = new Dictionary<string, bool>(StringComparer.Ordinal)
    {
        ["require_batched_execution_for_custom_microbatch_strategy"] = false,
        ["enable_truthy_nulls_equals_macro"] = false,
        ["postgres_skip_autocommit_transaction_statements"] = true,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public override string TypeName => "Behavior";

    public override string Repr() => "<Behavior>";

    public override Value? GetAttribute(string name) => new Flag(project.IsFlagOn(name, Defaults.GetValueOrDefault(name)));

    /// <summary>One flag.</summary>
    private sealed class Flag(bool isOn) : Value
    {
        public override string TypeName => "BehaviorFlagRendered";

        public override bool IsTrue => isOn;

        public override string Repr() => isOn ? "True" : "False";

        public override Value? GetAttribute(string name) => name is "no_warn" or "setting" ? Of(isOn) : null;
    }
}
