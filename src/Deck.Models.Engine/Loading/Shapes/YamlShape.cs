using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Deck.Models.Engine.Loading.Shapes;

/// <summary>What a YAML value may look like. Null is allowed wherever a value is, and a string with Jinja wherever a scalar is.</summary>
internal abstract record YamlShape
{
    private YamlShape()
    {
    }

    public static YamlShape Any { get; } = new Anything();

    public static YamlShape Text { get; } = new Scalar(ScalarTypes.Text, "a text");

    public static YamlShape Boolean { get; } = new Scalar(ScalarTypes.Boolean, "true or false");

    public static YamlShape Integer { get; } = new Scalar(ScalarTypes.Integer, "an integer");

    public static YamlShape TextOrNumber { get; } = new Scalar(ScalarTypes.Text | ScalarTypes.Integer | ScalarTypes.Float, "a text or a number");

    public static YamlShape Scalars { get; } = new Scalar(ScalarTypes.Text | ScalarTypes.Integer | ScalarTypes.Float | ScalarTypes.Boolean, "a single value");

    public static YamlShape Texts { get; } = new ListOf(Text);

    public static YamlShape AnyMapping { get; } = new MappingOf(Any);

    public static YamlShape TextOrTexts { get; } = new OneOf([Text, Texts], "a text or a list of texts");

    public static YamlShape List(YamlShape item) => new ListOf(item);

    public static YamlShape Mapping(YamlShape value) => new MappingOf(value);

    public static YamlShape Either(string noun, params ImmutableArray<YamlShape> shapes) => new OneOf(shapes, noun);

    /// <summary>How the shape is named in a sentence: "`name` is …".</summary>
    public abstract string Noun { get; }

    /// <summary>No demands.</summary>
    internal sealed record Anything : YamlShape
    {
        public override string Noun => "anything";
    }

    /// <summary>One value of the given types.</summary>
    internal sealed record Scalar(ScalarTypes Types, string Name) : YamlShape
    {
        public override string Noun => Name;
    }

    /// <summary>A list of values of one shape.</summary>
    internal sealed record ListOf(YamlShape Item) : YamlShape
    {
        public override string Noun => ReferenceEquals(Item, Any) ? "a list" : ReferenceEquals(Item, Text) ? "a list of texts" : "a list";
    }

    /// <summary>A mapping with free keys.</summary>
    internal sealed record MappingOf(YamlShape Value) : YamlShape
    {
        public override string Noun => "a mapping";
    }

    /// <summary>The first shape of the value's own kind (scalar, list, mapping) is the one that it is checked against.</summary>
    internal sealed record OneOf(ImmutableArray<YamlShape> Shapes, string Name) : YamlShape
    {
        public override string Noun => Name;
    }

    /// <summary>A mapping with known keys.</summary>
    /// <param name="Title">What an object of the shape is: "a model".</param>
    /// <param name="Open">True where further keys pass through unchecked.</param>
    internal sealed record Object(string Title, FrozenDictionary<string, YamlShape> Keys, ImmutableArray<string> Required, bool Open) : YamlShape
    {
        public override string Noun => "a mapping";
    }
}
