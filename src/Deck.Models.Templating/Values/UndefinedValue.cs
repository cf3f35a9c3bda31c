namespace Deck.Models.Templating.Values;

/// <summary>A missing value: prints as nothing, is false and empty, and fails on further use unless it chains (dbt's parse phase).</summary>
public sealed class UndefinedValue : Value
{
    public UndefinedValue(string? name, string hint, bool chains)
    {
        Name = name;
        Hint = hint;
        Chains = chains;
    }

    /// <summary>The name that was not found, where it was a plain name.</summary>
    public string? Name { get; }

    /// <summary>The message of the UndefinedError that use of the value raises.</summary>
    public string Hint { get; }

    /// <summary>True for dbt's parse-phase Undefined: attributes, items and calls give Undefined again.</summary>
    public bool Chains { get; }

    public override string TypeName => "Undefined";

    public override bool IsTrue => false;

    public override bool IsUndefined => true;

    public override int? Length => 0;

    public override string Repr() => "Undefined";

    public override string ToText() => "";
}
