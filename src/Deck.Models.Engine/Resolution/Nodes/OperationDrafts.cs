using System.Collections.Immutable;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Resources;
using Deck.Models.Engine.Resolution.Configs;
using Deck.Models.Templating;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution;

/// <summary>Makes drafts of the projects' own hooks, `on-run-start` and `on-run-end`.</summary>
internal static class OperationDrafts
{
    public static ImmutableArray<NodeDraft> Create(ResolutionSession session, ProjectConfigs configs) =>
    [
        .. session.Sources.Packages.Select(p => p.Project).SelectMany(p =>
            p.OnRunStart.Select((text, i) => new Hook(p, text, true, i))
                .Concat(p.OnRunEnd.Select((text, i) => new Hook(p, text, false, i)))
                .Select(hook => Create(session, hook))
                .Select(draft => draft with
                {
                    Config = configs.Merge(draft, []),
                    Unrendered = () => configs.Unrendered(draft),
                    Relation = new RelationName(session.Project.Profile.Database, session.Project.Profile.Schema, draft.Name),
                })),
    ];

    /// <summary>dbt counts the hooks from 0 in their names.</summary>
    private static NodeDraft Create(ResolutionSession session, Hook hook)
    {
        string project = hook.Project.Name;
        string name = $"{project}-{(hook.AtStart ? "on-run-start" : "on-run-end")}-{hook.Place}";
        Checked<Template> template = TemplateParser.Parse(hook.Text, TemplateDialect.Dbt);
        Checked<ModelDeclaration> declared = template.HasErrors
            ? Check.Ok(new ModelDeclaration())
            : DeclarationRenderer.DeclareText(hook.Text, project, session.Scope);
        session.Report(template.Diagnostics);
        session.Report(declared.Diagnostics);
        session.Report(declared.Value?.UndefinedCalls ?? []);
        string file = hook.Project.Source.Path;
        return new NodeDraft
        {
            Id = new NodeId($"operation.{project}.{name}"),
            ResourceType = ResourceType.Operation,
            Name = name,
            PackageName = project,
            Fqn = [project, "hooks", name],
            OriginalFilePath = $"./{file[(file.LastIndexOf('/') + 1)..]}",
            Path = $"hooks/{name}.sql",
            Location = new Location(hook.Text, default),
            Code = NodeCode.Of(template.Value),
            Checksum = Checksum.OfText(hook.Project.Source.Content),
            Declaration = declared.Value ?? new ModelDeclaration(),
            Finish = (draft, dependsOn) => Finish(draft, dependsOn, hook),
        };
    }

    private static OperationNode Finish(NodeDraft draft, ImmutableArray<NodeId> dependsOn, Hook hook) => new(NodeHead.Of(draft, dependsOn), hook.AtStart, hook.Place + 1)
    {
        Tags = [hook.AtStart ? "on-run-start" : "on-run-end", .. draft.Config.Tags],
        Relation = null,
        Alias = draft.Name,
    };

    /// <summary>A hook of a project file, with its place in the list.</summary>
    private sealed record Hook(ProjectFile Project, SourceText Text, bool AtStart, int Place);
}
