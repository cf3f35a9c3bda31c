namespace Deck.Models.Engine.Resolution;

/// <summary>Another function of the same name with arguments of other types, whose body is a file of its own.</summary>
public sealed class FunctionOverload
{
    /// <summary>`defined_in`: the file's name without its extension.</summary>
    public required string DefinedIn { get; init; }

    public required FunctionSignature Signature { get; init; }

    /// <summary>False where the overload gives what its root gives.</summary>
    public bool HasOwnReturns { get; init; }

    public string? Description { get; init; }

    /// <summary>The body; null where the file has syntax errors.</summary>
    public NodeCode? Code { get; init; }
}
