using System.Collections.Immutable;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Resolution.Configs;
using Deck.Models.Engine.Resolution.Names;
using Deck.Models.Engine.Resolution.Properties;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution;

/// <summary>Completes drafts that have a text: merges their configs, checks them, names their relations, reads descriptions and hooks.</summary>
internal sealed class DraftCompletion(ResolutionSession session)
{
    private readonly ProjectConfigs configs = new(session.Sources.Packages);
    private readonly ConfigCheck check = new(session);
    private readonly Descriptions descriptions = new(session);
    private readonly RelationNamer namer = new(session);

    public ProjectConfigs Configs => configs;

    public Descriptions Descriptions => descriptions;

    /// <summary>Reports configs of wrong types and unknown words.</summary>
    public void Check(NodeDraft draft) => check.Check(draft);

    /// <summary>A namer of relations, and a caller of macros for the thread at hand.</summary>
    public NodeDraft Name(NodeDraft draft) => namer.Name(draft, namer.NewInvoker());

    public ImmutableArray<NodeDraft> Complete(ImmutableArray<NodeDraft> drafts)
    {
        NodeDraft[] completed = new NodeDraft[drafts.Length];
        Parallel.For(0, drafts.Length, () => namer.NewInvoker(), (i, _, invoker) =>
        {
            completed[i] = Complete(drafts[i], invoker);
            return invoker;
        }, _ => { });
        return [.. completed];
    }

    /// <summary>A config is not checked in a disabled node: what is switched off may be unfinished.</summary>
    private NodeDraft Complete(NodeDraft draft, MacroInvoker invoker)
    {
        NodeDraft configured = draft with { Config = configs.Merge(draft, LayersOf(draft)), Unrendered = () => configs.Unrendered(draft) };
        if (!configured.Config.Enabled)
        {
            check.CheckEnabled(configured);
            return namer.Name(Describe(configured), invoker) with { IsEnabled = false };
        }

        check.Check(configured);
        session.Report(configured.Declaration.UndefinedCalls);
        session.Report(SnapshotCheck.Find(configured));
        NodeDraft described = Describe(configured);
        return namer.Name(WithHooks(WithForeignKeys(described)), invoker);
    }

    private IEnumerable<ConfigLayer> LayersOf(NodeDraft draft)
    {
        if (draft.Properties is { } properties)
        {
            yield return properties.Config;
        }

        if (draft.Version is { } version)
        {
            yield return ResourcePropertiesReader.ReadConfig(version.Yaml, draft.PackageName, session);
        }

        foreach (ConfigCall call in draft.Declaration.Configs)
        {
            yield return ConfigLayer.OfCall(call);
        }
    }

    private NodeDraft Describe(NodeDraft draft)
    {
        if (draft.Properties is not { } properties)
        {
            return draft;
        }

        string package = properties.Entry.PackageName;
        ColumnReader reader = new(session, descriptions);
        return draft with
        {
            Description = descriptions.Render(properties.Description, package),
            DocBlocks = descriptions.BlocksOf(properties.Description, package),
            Columns = reader.Read(draft.Version?.Columns ?? properties.Columns, package),
        };
    }

    /// <summary>Adds what the foreign keys of the node's constraints lead to, where that is a `ref` or a `source`.</summary>
    private NodeDraft WithForeignKeys(NodeDraft draft)
    {
        ModelDeclaration declaration = draft.Declaration;
        foreach (string target in ForeignKeyTarget.Of(draft))
        {
            Checked<ModelDeclaration> declared = DeclarationRenderer.DeclareExpression(new SourceText(draft.OriginalFilePath, target), draft.PackageName, session.Scope);
            session.Report(declared.Diagnostics.Select(d => d.At(draft.Properties?.Entry.Location ?? draft.Location)));
            declaration = Join(declaration, declared.Value);
        }

        return WithDeclaration(draft, declaration);
    }

    /// <summary>Adds what the node's hooks refer to.</summary>
    private NodeDraft WithHooks(NodeDraft draft)
    {
        if (draft.ResourceType == ResourceType.Test)
        {
            return draft;
        }

        ModelDeclaration declaration = draft.Declaration;
        foreach (string key in (ReadOnlySpan<string>)["pre-hook", "post-hook"])
        {
            foreach (SourceText hook in HooksOf(draft, key))
            {
                Checked<ModelDeclaration> declared = DeclarationRenderer.DeclareText(hook, draft.PackageName, session.Scope);
                session.Report(declared.Diagnostics.Select(d => d.Location is null || d.Location.InFile.Text.Content.Length == 0 ? d.At(HookPlace(draft, key)) : d));
                session.Report(declared.Value?.UndefinedCalls.Select(d => d.At(HookPlace(draft, key))) ?? []);
                declaration = Join(declaration, declared.Value);
            }
        }

        return WithDeclaration(draft, declaration);
    }

    private static NodeDraft WithDeclaration(NodeDraft draft, ModelDeclaration declaration) =>
        ReferenceEquals(declaration, draft.Declaration) ? draft : draft with { Declaration = declaration };

    private static Location HookPlace(NodeDraft draft, string key) => draft.Config.LocationOf(key) ?? draft.Location;

    private static IEnumerable<SourceText> HooksOf(NodeDraft draft, string key) =>
        draft.Config.FindShared(key) is not ListValue { IsTrue: true } list ? [] : list.Items
            .OfType<DictValue>()
            .Select(h => h.TryGet("sql", out Value? sql) ? sql.ToText() : "")
            .Where(PropertyValues.IsTemplate)
            .Select(sql => new SourceText(HookPlace(draft, key).InFile.Text.Path, sql));

    private static ModelDeclaration Join(ModelDeclaration first, ModelDeclaration? second) => second is null ? first : new ModelDeclaration
    {
        Refs = [.. first.Refs, .. second.Refs],
        Sources = [.. first.Sources, .. second.Sources],
        Metrics = [.. first.Metrics, .. second.Metrics],
        Functions = [.. first.Functions, .. second.Functions],
        Configs = first.Configs,
        WrittenConfig = first.WrittenConfig,
        Macros = [.. first.Macros.Union(second.Macros)],
    };
}
