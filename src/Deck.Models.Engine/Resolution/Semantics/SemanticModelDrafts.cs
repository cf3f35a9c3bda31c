using System.Collections.Immutable;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Engine.Resolution.Properties;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>Makes drafts of semantic models: entries of `semantic_models:`, and models that say `semantic_model:` themselves.</summary>
/// <param name="files">All drafts that `ref` can name, completed.</param>
internal sealed class SemanticModelDrafts(ResolutionSession session, EntryDrafts entries, IReadOnlyDictionary<NodeId, NodeDraft> files)
{
    public SemanticModelDraft Create(PropertiesEntry entry)
    {
        SemanticYaml yaml = entries.Read(entry);
        NodeDraft draft = entries.Begin(entry, ResourceType.SemanticModel, entry.Name, entries.ConfigOf(entry));
        ElementReader elements = new(MetaOf(draft));
        SemanticYaml? defaults = yaml.Child("defaults");
        SemanticModelDefinition definition = new()
        {
            Model = yaml.Text("model") ?? "",
            Description = yaml.Description,
            Label = yaml.Text("label"),
            HasDefaults = defaults is not null,
            DefaultTimeDimension = defaults?.Text("agg_time_dimension"),
            PrimaryEntity = yaml.Text("primary_entity"),
            Entities = [.. yaml.Items("entities").Select(elements.Entity)],
            Measures = [.. yaml.Items("measures").Select(elements.Measure)],
            Dimensions = [.. yaml.Items("dimensions").Select(elements.Dimension)],
        };
        return Complete(draft, definition, Declare(entry));
    }

    /// <summary>The semantic model of a model that describes itself as one.</summary>
    public SemanticModelDraft CreateInline(NodeDraft model, ResourceProperties properties)
    {
        SemanticYaml yaml = entries.Read(properties.Entry);
        SemanticYaml? written = yaml.Child("semantic_model");
        NodeDraft draft = entries.Begin(properties.Entry, ResourceType.SemanticModel, written?.Text("name") ?? model.Name, InlineModelReader.ConfigOf(written));
        ModelDeclaration declaration = new() { Refs = [new RefCall(null, model.Name, null, properties.Entry.Location)] };
        return Complete(draft, new InlineModelReader(model, yaml, MetaOf(draft)).Read(model.Version?.Columns ?? properties.Columns), declaration);
    }

    private SemanticModelDraft Complete(NodeDraft draft, SemanticModelDefinition definition, ModelDeclaration declaration) => new(
        draft with
        {
            Description = definition.Description ?? "",
            Declaration = declaration,
            Measures = [.. definition.Measures.Select(m => m.Name)],
            Finish = (d, dependsOn) => Finish(d, dependsOn, definition),
        },
        definition);

    /// <summary>`model: ref('a')`.</summary>
    private ModelDeclaration Declare(PropertiesEntry entry)
    {
        if (!PropertyValues.TryFindValue(entry.Yaml, "model", out YamlNode? model) || model is not YamlScalar expression)
        {
            return new ModelDeclaration();
        }

        Checked<ModelDeclaration> declared = DeclarationRenderer.DeclareExpression(PropertyValues.TextOf(expression), entry.PackageName, session.Scope);
        session.Report(declared.Diagnostics);
        ModelDeclaration found = declared.Value ?? new ModelDeclaration();
        if (found.Refs.IsEmpty && declared.Diagnostics.IsEmpty)
        {
            session.Report(Diagnostic.Error(ResolutionCodes.WrongProperty, $"`model` of the semantic model `{entry.Name}` refers to no model", model.Location)
                .WithHint("write `model: ref('orders')`"));
        }

        return new ModelDeclaration { Refs = found.Refs };
    }

    private SemanticModelNode Finish(NodeDraft draft, ImmutableArray<NodeId> dependsOn, SemanticModelDefinition definition)
    {
        NodeDraft? model = dependsOn.IsEmpty ? null : files.GetValueOrDefault(dependsOn[0]);
        return new SemanticModelNode(NodeHead.Of(draft, dependsOn), definition)
        {
            Tags = [], Relation = model?.Relation,
        };
    }

    private static DictValue MetaOf(NodeDraft draft) => draft.Config.TryGet("meta", out Value? meta) && meta is DictValue dict ? dict : new DictValue();
}
