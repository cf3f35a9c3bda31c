using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating;
using Deck.Models.Text;

namespace Deck.Models.Cli.Commands.Session;

/// <summary>Makes a node of a templated query from the command line.</summary>
internal static class InlineQuery
{
    /// <param name="source">The text, under the name of what it was given by, such as `--inline`.</param>
    /// <param name="id">The node's id where it stands for something that has one.</param>
    public static Checked<Node> Of(Manifest manifest, SourceText source, string? id = null)
    {
        Checked<Template> parsed = TemplateParser.Parse(source, TemplateDialect.Dbt);
        if (!parsed.Succeeded(out Template? template))
        {
            return Check.Failed<Node>(parsed.Diagnostics);
        }

        string package = manifest.Project.ProjectName;
        return Check.Ok<Node>(new AnalysisNode
        {
            Id = new NodeId(id ?? $"sql_operation.{package}.inline_query"),
            Name = "inline_query",
            PackageName = package,
            Fqn = ImmutableArray.Create(package, "sql", "inline_query"),
            OriginalFilePath = source.Path,
            Path = "inline_query",
            Location = new Location(source, default),
            Code = new NodeCode(template),
        });
    }
}
