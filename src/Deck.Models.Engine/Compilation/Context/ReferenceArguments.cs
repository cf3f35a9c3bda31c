using Deck.Models.Engine.Resolution;
using Deck.Models.Templating;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation.Context;

/// <summary>Reads the arguments of `ref`, `source`, `metric` and `function` and the place of the call.</summary>
internal static class ReferenceArguments
{
    public static RefCall ReadRef(Arguments arguments, NodeScope scope)
    {
        string[] names = [.. arguments.Positional.ToArray().Select(Name)];
        if (names.Length is 0 or > 2)
        {
            throw Wrong($"`ref` takes a model's name, or a package's and a model's name, not {names.Length} arguments");
        }

        Value? version = null;
        foreach ((string key, Value value) in arguments.Named)
        {
            version = key is "v" or "version" ? value : throw Wrong($"`ref` has no argument `{key}`");
        }

        string? package = names.Length == 2 ? names[0] : null;
        return new RefCall(package, names[^1], version is null || version.IsNone || version.IsUndefined ? null : version, Place(scope));

        static string Name(Value value) => value is StringValue name ? name.Text : throw Wrong($"`ref` takes names as text, not {value.TypeName}");
    }

    public static SourceCall ReadSource(Arguments arguments, NodeScope scope) =>
        arguments.Positional is [StringValue source, StringValue table] && arguments.Named.IsEmpty
            ? new SourceCall(source.Text, table.Text, Place(scope))
            : throw Wrong("`source` takes two texts: the source's name and the table's");

    public static MetricCall ReadMetric(Arguments arguments, NodeScope scope) => (arguments.Positional.ToArray(), arguments.Named.IsEmpty) switch
    {
        ([StringValue name], true) => new MetricCall(null, name.Text, Place(scope)),
        ([StringValue package, StringValue name], true) => new MetricCall(package.Text, name.Text, Place(scope)),
        _ => throw Wrong("`metric` takes a metric's name, or a package's and a metric's name, as texts"),
    };

    public static FunctionCall ReadFunction(Arguments arguments, NodeScope scope) => arguments.Positional switch
    {
        [StringValue name] when arguments.Named.IsEmpty => new FunctionCall(null, name.Text, Place(scope)),
        [StringValue package, StringValue name] when arguments.Named.IsEmpty => new FunctionCall(package.Text, name.Text, Place(scope)),
        _ => throw Wrong("`function` takes a function's name, or a package's and a function's name, as text"),
    };

    /// <summary>Where the call under way stands, best its first argument.</summary>
    public static Location Place(NodeScope scope) =>
        scope.Session.CallSite is { } site ? site.FirstArgument ?? site.Call : scope.Place;

    private static TemplateException Wrong(string message) => new(Diagnostic.Error(CompilationCodes.WrongCall, message));
}
