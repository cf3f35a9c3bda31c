using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Templating.Values;

/// <summary>A missing value: prints as nothing, is false and empty, and fails on further use unless it chains (dbt's parse phase).</summary>
public sealed class UndefinedValue : Value
{
    private readonly string? hint;
    private readonly Value? owner;
    private readonly Value? key;
    private readonly Func<string>? explain;
    private readonly string errorClass = "UndefinedError";

    public UndefinedValue(string? name, string hint, bool chains)
    {
        Name = name;
        this.hint = hint;
        Chains = chains;
    }

    private UndefinedValue(string? name, Value? owner, Value? key, bool chains)
    {
        Name = name;
        this.owner = owner;
        this.key = key;
        Chains = chains;
    }

    private UndefinedValue(Func<string> explain, bool chains)
    {
        this.explain = explain;
        Chains = chains;
    }

    private UndefinedValue(string name, string hint, string errorClass)
        : this(name, hint, false) => this.errorClass = errorClass;

    /// <summary>The name that was not found, where it was a plain name or an attribute.</summary>
    public string? Name { get; }

    /// <summary>The value that lacks the attribute or item, where one was asked for.</summary>
    public Value? Owner => owner;

    /// <summary>True where a scope or an object has no such name, false where the value is missing for another reason.</summary>
    internal bool IsUnknownName => hint is null && Name is not null;

    /// <summary>The message of the UndefinedError that use of the value raises.</summary>
    public string Hint => hint ?? explain?.Invoke() ?? Describe();

    /// <summary>True for dbt's parse-phase Undefined: attributes, items and calls give Undefined again.</summary>
    public bool Chains { get; }

    public override string TypeName => "Undefined";

    public override bool IsTrue => false;

    public override bool IsUndefined => true;

    public override bool IsCallable => true;

    public override bool IsSequence => true;

    public override int? Length => 0;

    /// <summary>A name that no scope has.</summary>
    internal static UndefinedValue Variable(string name, LookupMode mode) => new(name, null, null, mode == LookupMode.Chaining);

    /// <summary>An attribute or a str item that the owner has not.</summary>
    internal static UndefinedValue Attribute(Value owner, string name, LookupMode mode) => new(name, owner, null, mode == LookupMode.Chaining);

    /// <summary>An item that the owner has not.</summary>
    internal static UndefinedValue Item(Value owner, Value key, LookupMode mode) =>
        new(mode == LookupMode.Chaining ? key.ToText() : (key as StringValue)?.Text, owner, key, mode == LookupMode.Chaining);

    /// <summary>A missing value with a message of its own, such as the first element of nothing.</summary>
    internal static UndefinedValue Because(string hint, LookupMode mode) => new(null, hint, mode == LookupMode.Chaining);

    /// <summary>The same with a message that is made only where the value is used; most are printed, as nothing.</summary>
    internal static UndefinedValue Because(Func<string> explain, LookupMode mode) => new(explain, mode == LookupMode.Chaining);

    /// <summary>A private attribute, which the sandbox keeps: use of it raises SecurityError, where it does not chain.</summary>
    internal static UndefinedValue Unsafe(Value owner, string name, LookupMode mode) =>
        mode == LookupMode.Chaining ? Attribute(owner, name, mode) : new(name, $"access to attribute {StringRepr.Of(name)} of {StringRepr.Of(owner.TypeName)} object is unsafe.", "SecurityError");

    /// <summary>The error that use of this value raises.</summary>
    public TemplateException Failure() => new(errorClass, Hint) { Missing = this };

    public override string Repr() => "Undefined";

    public override string ToText() => "";

    public override IEnumerator<Value> Iterate() => EmptyIterator.Instance;

    public override IEnumerator<Value> IterateReversed() => EmptyIterator.Instance;

    public override Value Call(Arguments arguments) => Chains ? this : throw Failure();

    public override bool Equals([NotNullWhen(true)] Value? other) => other is UndefinedValue;

    public override int GetHashCode() => 1;

    protected internal override Value? Operate(BinaryOperator op, Value other, bool reflected) => throw Failure();

    protected internal override bool? Order(CompareOperator op, Value other) => throw Failure();

    private string Describe()
    {
        if (owner is null)
        {
            return $"{StringRepr.Of(Name ?? "")} is undefined";
        }

        string described = owner.IsNone ? "None" : $"{owner.TypeName} object";
        return Name is null ? $"{described} has no element {key?.Repr()}" : $"{StringRepr.Of(described)} has no attribute {StringRepr.Of(Name)}";
    }
}
