using System.Collections.Immutable;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Compilation.Context.Nodes;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Planning;

/// <summary>`latest_version_pointer`: the view under the name of a model with versions that gives the rows of the latest one, made anew whenever that is built.</summary>
internal static class LatestVersionPointer
{
    private const string Config = "latest_version_pointer";

    private const string OnByDefault = "latest_version_pointer_enabled_by_default";

    private const string AliasMacro = "generate_latest_version_pointer_alias";

    /// <summary>What dbt's view has of its model's config is all but these: comments and hooks are the model's alone.</summary>
    private static readonly ImmutableArray<KeyValuePair<string, Func<Value>>> Changed =
    [
        new("materialized", () => Value.Of("view")), new("persist_docs", () => new DictValue()), new("pre-hook", () => Value.List()), new("post-hook", () => Value.List()),
    ];

    /// <summary>The views of a command that builds models, each as a model of its own under the id of the one that it points to.</summary>
    public static Checked<ImmutableDictionary<NodeId, ModelNode>> FindAll(Manifest manifest, IEnumerable<Node> built)
    {
        MacroInvoker invoker = new(new DeclarationScope { Project = manifest.Project, Macros = manifest.Macros });
        ImmutableDictionary<NodeId, ModelNode>.Builder pointers = ImmutableDictionary.CreateBuilder<NodeId, ModelNode>();
        List<Diagnostic> diagnostics = [];
        foreach (ModelNode model in built.OfType<ModelNode>().Where(m => IsWanted(m, manifest.Project)))
        {
            Checked<ModelNode> pointer = Find(model, invoker);
            diagnostics.AddRange(pointer.Diagnostics);
            if (pointer.Succeeded(out ModelNode? view))
            {
                pointers.Add(model.Id, view);
            }
        }

        return diagnostics.Exists(d => d.Severity == Severity.Error) ? Check.Failed<ImmutableDictionary<NodeId, ModelNode>>(diagnostics) : Check.Ok(pointers.ToImmutable(), diagnostics);
    }

    /// <summary>The model's own `enabled` wins over the project's flag.</summary>
    private static bool IsWanted(ModelNode model, ProjectContext project) =>
        model is { Version: { } version, LatestVersion: { } latest } && version.ToText() == latest.ToText()
        && (SettingOf(model, "enabled") is { } enabled ? enabled.IsTrue : project.IsFlagOn(OnByDefault, otherwise: false));

    private static Checked<ModelNode> Find(ModelNode model, MacroInvoker invoker)
    {
        Value alias = SettingOf(model, "alias") is { } written ? Value.Of(written.ToText().Trim()) : Value.None;
        Checked<string> name = invoker.GenerateName(AliasMacro, alias, NodeDict.Of(model));
        if (!name.Succeeded(out string? identifier) || model.Relation is not { } relation)
        {
            return Check.Failed<ModelNode>(name.Diagnostics.Select(d => d.Location is null ? d.At(model.Location) : d));
        }

        RelationName pointer = relation.Written is { } parts ? parts.Quoting.NameOf(parts.Database, parts.Schema, identifier) : relation.WithIdentifier(identifier);
        return pointer == relation
            ? Check.Failed<ModelNode>(Diagnostic
                .Error(PlanningCodes.PointerToItself, $"the latest version of `{model.Name}` has the name `{identifier}` itself, so no view can point to it", model.Config.LocationOf(Config) ?? model.Config.LocationOf("alias") ?? model.Location)
                .WithHint($"give it another `alias`, or set `{Config}: {{enabled: false}}`"))
            : Check.Ok(ViewOf(model, relation, pointer), name.Diagnostics);
    }

    private static ModelNode ViewOf(ModelNode model, RelationName target, RelationName pointer)
    {
        NodeHead head = NodeHead.Of(model, Changed.Aggregate(model.Config, (config, c) => config.With(c.Key, c.Value())), pointer);
        return new ModelNode(head)
        {
            Code = NodeCode.Deferred(new SourceText(model.OriginalFilePath, $"{{% raw %}}select * from {target.Quoted}{{% endraw %}}")),
            Version = model.Version,
            LatestVersion = model.LatestVersion,
            Access = model.Access,
            Group = model.Group,
            Constraints = model.Constraints,
        };
    }

    private static Value? SettingOf(ModelNode model, string key) =>
        model.Config.FindShared(Config) is DictValue pointer && pointer.TryGet(key, out Value? value) && !value.IsNone ? value : null;
}
