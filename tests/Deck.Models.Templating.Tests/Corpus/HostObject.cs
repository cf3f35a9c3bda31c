using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Tests.Corpus;

/// <summary>A host's object that has attributes and nothing else.</summary>
internal sealed class HostObject(string typeName, Dictionary<string, Value> attributes) : Value
{
    public override string TypeName => typeName;

    public override string Repr() => $"<{typeName}>";

    public override Value? GetAttribute(string name) => attributes.GetValueOrDefault(name);
}
