using System.Collections.Immutable;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Engine.Resolution.Properties;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Resolution.Functions;

/// <summary>Reads the signatures in a function's entry of a properties file.</summary>
internal static class FunctionProperties
{
    /// <param name="yaml">A function's entry, or an item of its `overloads`.</param>
    public static FunctionSignature ReadSignature(YamlMapping yaml, string package, ResolutionSession session)
    {
        YamlMapping? returns = PropertyValues.Mapping(yaml, "returns", session);
        return new FunctionSignature
        {
            Arguments = [.. ResourcePropertiesReader.Mappings(yaml, "arguments", session).Select(a => ReadArgument(a, package, session))],
            Returns = returns is null ? null : Text(returns, "data_type", package, session),
            ReturnsDescription = returns is null ? null : Text(returns, "description", package, session),
        };
    }

    public static ImmutableArray<YamlMapping> Overloads(YamlMapping yaml, ResolutionSession session) => ResourcePropertiesReader.Mappings(yaml, "overloads", session);

    public static string? Text(YamlMapping yaml, string key, string package, ResolutionSession session) =>
        PropertyValues.TryFindValue(yaml, key, out YamlNode? node) ? PropertyValues.Render(node, package, session).ToText() : null;

    private static FunctionArgument ReadArgument(YamlMapping yaml, string package, ResolutionSession session) => new(
        Text(yaml, "name", package, session) ?? "",
        Text(yaml, "data_type", package, session) ?? "",
        Text(yaml, "description", package, session),
        PropertyValues.TryFindValue(yaml, "default_value", out YamlNode? value) ? PropertyValues.Render(value, package, session) : Value.None);
}
