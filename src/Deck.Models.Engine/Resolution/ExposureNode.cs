using System.Diagnostics.CodeAnalysis;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Resolution;

/// <summary>An exposure: a use of the project's models outside it.</summary>
public sealed class ExposureNode : Node
{
    public ExposureNode()
    {
    }

    [SetsRequiredMembers]
    internal ExposureNode(NodeHead head, DictValue properties)
        : base(head)
    {
        Properties = properties;
    }

    public override ResourceType ResourceType => ResourceType.Exposure;

    /// <summary>The entry as written (type, owner, maturity, url, label), for artifacts.</summary>
    public required DictValue Properties { get; init; }
}
