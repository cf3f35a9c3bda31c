using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Engine.Resolution;

/// <summary>A function in the database, whose body is a file and whose signature is described in a properties file.</summary>
public sealed class FunctionNode : Node
{
    public FunctionNode()
    {
    }

    [SetsRequiredMembers]
    internal FunctionNode(NodeHead head, FunctionSignature signature)
        : base(head)
    {
        Signature = signature;
    }

    public override ResourceType ResourceType => ResourceType.Function;

    public required FunctionSignature Signature { get; init; }

    public ImmutableArray<FunctionOverload> Overloads { get; init; } = [];

    /// <summary>dbt's `language`, by the file's extension: `sql`, `python` or `javascript`.</summary>
    public string Language => System.IO.Path.GetExtension(OriginalFilePath) switch
    {
        ".py" => "python",
        ".js" => "javascript",
        _ => "sql",
    };

    /// <summary>The config `type`: `scalar`, `aggregate` or `table`.</summary>
    public string Kind => Config.GetText("type") ?? "scalar";
}
