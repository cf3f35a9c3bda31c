using Deck.Models.Engine.Caching.Format;
using Deck.Models.Engine.Caching.Inputs;
using Deck.Models.Engine.Caching.Pieces;
using Deck.Models.Engine.Caching.Reads;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Caching;

/// <summary>Writes what <see cref="KeptContent"/> reads.</summary>
internal static class KeptContentWriter
{
    /// <summary>Bytes that a text takes, with its part of the tables, so that the buffer hardly ever grows.</summary>
    private const int UsualText = 2500;

    /// <param name="salt">Of digests of values; tells the content from every other one.</param>
    public static ReadOnlyMemory<byte> Write(ParsedProject parsed, byte[] salt)
    {
        CacheWriter writer = new((1 << 20) + (parsed.Reads.Declarations.Count * UsualText));
        writer.Raw(new byte[CacheHeader.Size]);
        writer.Raw(salt);
        ReadValues values = new(parsed.Frame.Settings, salt);
        int inputs = writer.Position;
        InputCheck.Write(writer, parsed.Files.Inputs);
        int? project = parsed.Whole is { } manifest ? writer.Part(() => WriteProject(writer, parsed, manifest, values)) : null;
        int pieces = writer.Position;
        WritePieces(writer, parsed, values);
        (int sources, int texts) = writer.Finish();
        new CacheHeader { Sources = sources, Texts = texts, Inputs = inputs, Project = project ?? 0, Pieces = pieces }.WriteTo(writer.Memory.Span);
        return writer.Memory;
    }

    /// <summary>Tells the state of the project that a content holds from every other one.</summary>
    public static string IdentityOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(content.Slice(CacheHeader.Size, ReadValues.SaltLength));

    private static void WriteProject(CacheWriter writer, ParsedProject parsed, Manifest manifest, ReadValues values)
    {
        ReadCheck check = new(values);
        writer.Bytes(parsed.FrameText);
        check.Write(writer, parsed.Reads.Others);
        int length = writer.Position;
        writer.Fixed(0);
        DeclarationCheck.Write(writer, parsed.Reads.Declarations, check);
        writer.Patch(length, writer.Position - length - sizeof(int));
        DiagnosticFormat.Write(writer, [.. parsed.Loaded.Diagnostics.Skip(parsed.Frame.Diagnostics.Count)]);
        KeptProject.Write(writer, parsed.Resolved.Diagnostics, manifest);
    }

    /// <summary>Only texts that stand in files can be known again.</summary>
    private static void WritePieces(CacheWriter writer, ParsedProject parsed, ReadValues values)
    {
        KeptFiles.Write(writer, parsed.Memory.Noted);
        HashSet<SourceText> known = [.. parsed.Memory.Noted.SelectMany(file => file.Texts)];
        Answers answers = new(values, ProjectContext.Of(parsed.Sources), MacroRegistry.Of(parsed.Sources), parsed.FrameText);
        KeptDeclarations.Write(writer, [.. parsed.Reads.Declarations.Where(d => known.Contains(d.Source))], answers);
    }
}
