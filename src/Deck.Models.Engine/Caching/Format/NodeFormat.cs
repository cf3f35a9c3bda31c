using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Caching.Format;

/// <summary>The notation of a resolved node: what all types have, and behind it what its type adds.</summary>
internal static class NodeFormat
{
    public static void Write(CacheWriter writer, Node node)
    {
        writer.Number((int)node.ResourceType);
        writer.Text(node.Id.Value);
        writer.Text(node.Name);
        writer.Text(node.PackageName);
        writer.Texts(node.Fqn);
        writer.Text(node.OriginalFilePath);
        writer.Text(node.Path);
        writer.Text(node.PatchPath);
        ConfigFormat.Write(writer, node.Config);
        writer.Text(node.Description);
        writer.Texts(node.Tags);
        ValueFormat.Write(writer, node.Meta);
        ColumnFormat.Write(writer, node.Columns);
        Write(writer, node.DependsOn);
        writer.Texts(node.DependsOnMacros);
        writer.Place(node.Location);
        writer.Text(node.Checksum);
        Write(writer, node.Relation);
        writer.Text(node.Alias);
        writer.Source(node.Code?.Source);
        OriginFormat.Write(writer, node.Origin);
        NodeKindFormat.Write(writer, node);
    }

    public static Node Read(CacheReader reader)
    {
        ResourceType type = (ResourceType)reader.Number();
        return NodeKindFormat.Read(reader, type, ReadHead(reader, type));
    }

    public static void Write(CacheWriter writer, RelationName? relation)
    {
        writer.Flag(relation is not null);
        if (relation is not null)
        {
            writer.Text(relation.Database);
            writer.Text(relation.Schema);
            writer.Text(relation.Identifier);
            WriteWritten(writer, relation.Written);
        }
    }

    public static RelationName? ReadRelation(CacheReader reader) =>
        reader.Flag() ? new RelationName(reader.TextOrNull(), reader.Text(), reader.Text()) { Written = ReadWritten(reader) } : null;

    private static void Write(CacheWriter writer, ImmutableArray<NodeId> ids)
    {
        writer.Number(ids.Length);
        foreach (NodeId id in ids)
        {
            writer.Text(id.Value);
        }
    }

    private static void WriteWritten(CacheWriter writer, WrittenName? written)
    {
        writer.Flag(written is not null);
        if (written is null)
        {
            return;
        }

        writer.Text(written.Database);
        writer.Text(written.Schema);
        writer.Text(written.Identifier);
        writer.Flag(written.Quoting.Database);
        writer.Flag(written.Quoting.Schema);
        writer.Flag(written.Quoting.Identifier);
    }

    private static WrittenName? ReadWritten(CacheReader reader) => reader.Flag()
        ? new WrittenName(reader.TextOrNull(), reader.Text(), reader.Text(), new RelationQuoting(reader.Flag(), reader.Flag(), reader.Flag()))
        : null;

    /// <summary>The parts are read in the order in which they stand here.</summary>
    private static NodeHead ReadHead(CacheReader reader, ResourceType type) => new()
    {
        Id = new NodeId(reader.Text()),
        Name = reader.Text(),
        PackageName = reader.Text(),
        Fqn = reader.Texts(),
        OriginalFilePath = reader.Text(),
        Path = reader.Text(),
        PatchPath = reader.TextOrNull(),
        Config = ConfigFormat.Read(reader, type),
        Description = reader.Text(),
        Tags = reader.Texts(),
        Meta = ValueFormat.ReadDict(reader),
        Columns = ColumnFormat.Read(reader),
        DependsOn = ReadIds(reader),
        DependsOnMacros = reader.Texts(),
        Location = reader.Place(),
        Checksum = reader.Text(),
        Relation = ReadRelation(reader),
        Alias = reader.TextOrNull(),
        Code = reader.SourceOrNull() is { } source ? NodeCode.Deferred(source) : null,
        Origin = OriginFormat.Read(reader),
    };

    private static ImmutableArray<NodeId> ReadIds(CacheReader reader)
    {
        int count = reader.Number();
        if (count == 0)
        {
            return [];
        }

        NodeId[] ids = new NodeId[count];
        for (int i = 0; i < count; i++)
        {
            ids[i] = new NodeId(reader.Text());
        }

        return ImmutableArray.Create(ids);
    }
}
