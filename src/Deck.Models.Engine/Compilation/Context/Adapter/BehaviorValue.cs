using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Adapter;

/// <summary>`adapter.behavior`: dbt's behaviour change flags, all of them off, each with its `no_warn`.</summary>
internal sealed class BehaviorValue : Value
{
    private readonly bool isFlag;

    private BehaviorValue(bool isFlag) => this.isFlag = isFlag;

    public static BehaviorValue Instance { get; } = new(false);

    private static BehaviorValue Flag { get; } = new(true);

    public override string TypeName => isFlag ? "BehaviorFlagRendered" : "Behavior";

    public override bool IsTrue => !isFlag;

    public override string Repr() => isFlag ? "False" : "<Behavior>";

    public override Value? GetAttribute(string name) => !isFlag ? Flag : name is "no_warn" or "setting" ? Of(false) : null;
}
