using Deck.Models.Templating.Values;
using Deck.Models.Text;
using YamlDotNet.Core;

namespace Deck.Models.Engine.Loading.Yaml;

/// <summary>Turns YAML text into a tree of nodes with their places, typed as PyYAML's safe loader types them (YAML 1.1).</summary>
public static class YamlReader
{
    /// <summary>The whole document; an empty text is a null scalar. A syntax error leaves no value, other mistakes do.</summary>
    public static Checked<YamlNode> Read(SourceText source) => Read(source, endsBlank: false);

    /// <summary>The same of a file as dbt reads it: without blanks and line breaks at its end.</summary>
    public static Checked<YamlNode> ReadFile(SourceText source) => Read(source, endsBlank: true);

    private static Checked<YamlNode> Read(SourceText source, bool endsBlank)
    {
        List<Diagnostic> diagnostics = [];
        YamlTreeBuilder builder = new(source, diagnostics, endsBlank);
        try
        {
            YamlNode? root = builder.Build();
            return root is null
                ? Check.Ok<YamlNode>(Empty(source), diagnostics)
                : Check.Ok(root, diagnostics);
        }
        catch (YamlException e)
        {
            return Check.Failed<YamlNode>([.. diagnostics, YamlSyntaxErrors.Describe(source, e, builder.Reached).WithRelated(Opened(source, builder))]);
        }
        catch (ArgumentException)
        {
            // YamlDotNet's word for a tag that cannot be one, such as `!!,`.
            return Check.Failed<YamlNode>([.. diagnostics, Diagnostic.Error(YamlCodes.BadTag, "this is not a tag", new Location(source, new TextSpan(Math.Min(builder.Reached, source.Content.Length), 1)))]);
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet's scanner gives up this way on a plain scalar that runs out of an unclosed bracket.
            return Check.Failed<YamlNode>([.. diagnostics, YamlSyntaxErrors.Unclosed(source, builder.OpenBracket ?? builder.Reached)]);
        }
    }

    private static IEnumerable<RelatedLocation> Opened(SourceText source, YamlTreeBuilder builder) =>
        builder.OpenBracket is { } offset ? [new RelatedLocation("the bracket opens", new Location(source, new TextSpan(offset, 1)))] : [];

    private static YamlScalar Empty(SourceText source) => new() { Location = new Location(source, default), Loaded = Value.None, Text = "" };
}
