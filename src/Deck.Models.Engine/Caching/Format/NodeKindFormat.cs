using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Caching.Format;

/// <summary>The notation of what single types of nodes add to what all have.</summary>
internal static class NodeKindFormat
{
    public static void Write(CacheWriter writer, Node node)
    {
        switch (node)
        {
            case ModelNode model:
                WriteModel(writer, model);
                break;
            case DataTestNode test:
                WriteTest(writer, test);
                break;
            case SourceNode source:
                SourceFormat.Write(writer, source);
                break;
            case UnitTestNode test:
                UnitTestFormat.Write(writer, test);
                break;
            case ExposureNode exposure:
                ValueFormat.Write(writer, exposure.Properties);
                break;
            case OperationNode operation:
                writer.Flag(operation.AtStart);
                writer.Number(operation.Index);
                break;
            default:
                WriteRarer(writer, node);
                break;
        }
    }

    public static Node Read(CacheReader reader, ResourceType type, NodeHead head) => type switch
    {
        ResourceType.Model => ReadModel(reader, head),
        ResourceType.Test => ReadTest(reader, head),
        ResourceType.Source => SourceFormat.Read(reader, head),
        ResourceType.UnitTest => UnitTestFormat.Read(reader, head),
        ResourceType.Exposure => new ExposureNode(head, ValueFormat.ReadDict(reader)),
        ResourceType.Operation => new OperationNode(head, reader.Flag(), reader.Number()),
        ResourceType.Seed => new SeedNode(head),
        ResourceType.Snapshot => new SnapshotNode(head),
        ResourceType.Function => FunctionFormat.Read(reader, head),
        ResourceType.SemanticModel => new SemanticModelNode(head, SemanticModelFormat.Read(reader)),
        ResourceType.Metric => MetricFormat.Read(reader, head),
        ResourceType.SavedQuery => new SavedQueryNode(head, SavedQueryFormat.Read(reader)),
        _ => new AnalysisNode(head),
    };

    private static void WriteRarer(CacheWriter writer, Node node)
    {
        switch (node)
        {
            case FunctionNode function:
                FunctionFormat.Write(writer, function);
                break;
            case SemanticModelNode model:
                SemanticModelFormat.Write(writer, model.Definition);
                break;
            case MetricNode metric:
                MetricFormat.Write(writer, metric);
                break;
            case SavedQueryNode query:
                SavedQueryFormat.Write(writer, query.Definition);
                break;
            case SeedNode or SnapshotNode or AnalysisNode:
                break;
            default:
                writer.Refuse();
                break;
        }
    }

    private static void WriteModel(CacheWriter writer, ModelNode model)
    {
        ValueFormat.Write(writer, model.Version);
        ValueFormat.Write(writer, model.LatestVersion);
        writer.Text(model.DeprecationDate);
        writer.Text(model.Access);
        writer.Text(model.Group);
        ColumnFormat.Write(writer, model.Constraints);
        writer.Texts(model.PrimaryKey);
        writer.Optional(model.TimeSpine, TimeSpineFormat.Write);
    }

    private static ModelNode ReadModel(CacheReader reader, NodeHead head) => new(head)
    {
        Version = ValueFormat.ReadOrNull(reader),
        LatestVersion = ValueFormat.ReadOrNull(reader),
        DeprecationDate = reader.TextOrNull(),
        Access = reader.Text(),
        Group = reader.TextOrNull(),
        Constraints = ColumnFormat.ReadDicts(reader),
        PrimaryKey = reader.Texts(),
        TimeSpine = reader.Optional(() => TimeSpineFormat.Read(reader)),
    };

    private static void WriteTest(CacheWriter writer, DataTestNode test)
    {
        writer.Text(test.Group);
        writer.Flag(test.Generic is not null);
        if (test.Generic is not { } generic)
        {
            return;
        }

        writer.Text(generic.Name);
        writer.Text(generic.Namespace);
        ValueFormat.Write(writer, generic.Arguments);
        writer.Text(generic.AttachedTo?.Value);
        writer.Text(generic.FileKey);
        writer.Text(generic.ColumnName);
        writer.Text(generic.MacroId);
    }

    private static DataTestNode ReadTest(CacheReader reader, NodeHead head) => new(head)
    {
        Group = reader.TextOrNull(),
        Generic = reader.Flag() ? ReadGeneric(reader) : null,
    };

    private static GenericTest ReadGeneric(CacheReader reader) => new()
    {
        Name = reader.Text(),
        Namespace = reader.TextOrNull(),
        Arguments = ValueFormat.ReadDict(reader),
        AttachedTo = reader.TextOrNull() is { } id ? new NodeId(id) : null,
        FileKey = reader.Text(),
        ColumnName = reader.TextOrNull(),
        MacroId = reader.Text(),
    };
}
