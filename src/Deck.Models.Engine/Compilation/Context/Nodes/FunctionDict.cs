using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Nodes;

/// <summary>What the dict of a function has beyond that of other nodes.</summary>
internal static class FunctionDict
{
    /// <param name="bodies">The compiled bodies of the overloads, or none.</param>
    public static void Add(IFields dict, FunctionNode function, ImmutableArray<string> bodies)
    {
        dict.Add("returns", Returns(function.Signature));
        dict.Add("arguments", Arguments(function.Signature));
        dict.Add("overloads", Value.List(function.Overloads.Select((o, i) => Overload(o, i < bodies.Length ? bodies[i] : null))));
    }

    public static FieldsValue Returns(FunctionSignature signature) => new(
    [
        new("data_type", Value.Of(signature.Returns)), new("description", Value.Of(signature.ReturnsDescription)),
    ]);

    public static ListValue Arguments(FunctionSignature signature) => Value.List(signature.Arguments.Select(a => new FieldsValue(
    [
        new("name", Value.Of(a.Name)), new("data_type", Value.Of(a.DataType)), new("description", Value.Of(a.Description)), new("default_value", a.Default),
    ])));

    private static FieldsValue Overload(FunctionOverload overload, string? body) => new(
    [
        new("defined_in", Value.Of(overload.DefinedIn)),
        new("arguments", Arguments(overload.Signature)),
        new("returns", overload.HasOwnReturns ? Returns(overload.Signature) : Value.None),
        new("description", Value.Of(overload.Description)),
        new("raw_body", Value.Of(overload.Code?.Source.Content ?? "")),
        new("compiled_body", Value.Of(body)),
    ]);
}
