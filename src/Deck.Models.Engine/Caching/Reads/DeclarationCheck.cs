using Deck.Models.Engine.Caching.Format;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Compilation.Context;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating;
using Deck.Models.Text;

namespace Deck.Models.Engine.Caching.Reads;

/// <summary>Keeps the dry renders that asked for something outside of the files, and repeats those whose answers are others.</summary>
internal static class DeclarationCheck
{
    public static void Write(CacheWriter writer, IReadOnlyList<NotedDeclaration> declarations, ReadCheck reads)
    {
        List<NotedDeclaration> asking = [.. declarations.Where(d => d.Use is null && !d.Reads.IsEmpty)];
        writer.Number(asking.Count);
        foreach (NotedDeclaration declaration in asking)
        {
            reads.Write(writer, declaration.Reads);
            DeclaredText text = declaration.Text;
            writer.Text(text.PackageName);
            writer.Text(text.Name);
            writer.Number((int)text.ResourceType);
            writer.Text(text.Path);
            writer.Text(text.OriginalFilePath);
            writer.Place(text.Place);
            writer.Source(declaration.Source);
            if (DeclarationDigest.Of(declaration.Declared) is { } digest)
            {
                writer.Bytes(digest);
            }
            else
            {
                writer.Refuse();
            }
        }
    }

    /// <summary>True where every text says of itself what it said before.</summary>
    /// <param name="scope">Asked for only where a text has to be rendered again.</param>
    public static bool AreSame(CacheReader reader, ReadCheck reads, Lazy<DeclarationScope> scope)
    {
        int count = reader.Number();
        for (int i = 0; i < count; i++)
        {
            bool answered = reads.IsSame(reader);
            DeclaredText text = ReadText(reader);
            SourceText? source = reader.SourceOrNull();
            ReadOnlySpan<byte> digest = reader.Bytes();
            if (!answered && (source is null || !SaysTheSame(text, source, digest, scope.Value)))
            {
                return false;
            }
        }

        return true;
    }

    private static DeclaredText ReadText(CacheReader reader) => new()
    {
        PackageName = reader.Text(),
        Name = reader.Text(),
        ResourceType = (ResourceType)reader.Number(),
        Path = reader.Text(),
        OriginalFilePath = reader.Text(),
        Place = reader.Place(),
    };

    private static bool SaysTheSame(DeclaredText text, SourceText source, ReadOnlySpan<byte> digest, DeclarationScope scope)
    {
        Checked<Template> parsed = TemplateParser.Parse(source, TemplateDialect.Dbt);
        return parsed.Succeeded(out Template? template)
            && DeclarationDigest.Of(DeclarationRenderer.RenderAnew(template, text, scope).Declared) is { } now
            && digest.SequenceEqual(now);
    }
}
