using Deck.Models.Engine.Caching.Format;
using Deck.Models.Engine.Caching.Reads;
using Deck.Models.Engine.Compilation.Context;
using Deck.Models.Text;

namespace Deck.Models.Engine.Caching.Pieces;

/// <summary>The dry renders of an earlier parse, each with what it asked: one counts again where its file is the same and every answer is. Safe for several threads.</summary>
internal sealed class KeptDeclarations
{
    private readonly Dictionary<SourceText, int> texts = [];
    private readonly Dictionary<string, int> uses = new(StringComparer.Ordinal);
    private readonly KeptQuestions questions;
    private readonly CacheContent? content;

    private KeptDeclarations(KeptQuestions questions, CacheContent? content)
    {
        this.questions = questions;
        this.content = content;
    }

    public static KeptDeclarations None { get; } = new(KeptQuestions.None, null);

    public static void Write(CacheWriter writer, IReadOnlyCollection<NotedDeclaration> noted, Answers answers)
    {
        QuestionTable table = new();
        int[][] asked = [.. noted.Select(declaration => table.IdsOf(declaration))];
        writer.Bytes(answers.Surroundings());
        table.Write(writer, answers);
        int countAt = writer.Position;
        writer.Fixed(0);
        int count = noted.Zip(asked).Count(declaration => writer.Part(() => Write(writer, declaration.First, declaration.Second)) is not null);
        writer.Patch(countAt, count);
    }

    public static KeptDeclarations Read(CacheReader reader, Answers answers)
    {
        if (!reader.Bytes().SequenceEqual(answers.Surroundings()))
        {
            return None;
        }

        KeptDeclarations kept = new(KeptQuestions.Read(reader, answers), reader.Content);
        int count = reader.Fixed();
        for (int i = 0; i < count; i++)
        {
            CacheReader part = reader.Content.ReaderAt(reader.SkipPart());
            SourceText source = part.Source();
            if (part.TextOrNull() is { } use)
            {
                kept.uses.TryAdd(KeyOf(new Location(source, new TextSpan(part.Number(), 0)), use), part.Position);
            }
            else
            {
                kept.texts.TryAdd(source, part.Position);
            }
        }

        return kept;
    }

    /// <summary>What rendering a text would give, or null where that has to be found out.</summary>
    public NotedDeclaration? Find(DeclaredText text, SourceText source) =>
        texts.TryGetValue(source, out int position) ? Read(position, text, source) : null;

    /// <summary>The same of the use of a generic test.</summary>
    /// <param name="use">Its macro and arguments.</param>
    public NotedDeclaration? FindUse(DeclaredText text, string use) =>
        uses.Count > 0 && uses.TryGetValue(KeyOf(text.Place, use), out int position) && Read(position, text, text.Place.Text) is { } found ? found with { Use = use } : null;

    private static void Write(CacheWriter writer, NotedDeclaration declaration, int[] asked)
    {
        if (declaration.Reads.IsVolatile)
        {
            writer.Refuse();
            return;
        }

        writer.Source(declaration.Source);
        writer.Text(declaration.Use);
        if (declaration.Use is not null)
        {
            writer.Number(declaration.Text.Place.Span.Start);
        }

        writer.Numbers(asked);
        DeclarationFormat.Write(writer, declaration.Declared);
    }

    private NotedDeclaration? Read(int position, DeclaredText text, SourceText source)
    {
        if (content is null)
        {
            return null;
        }

        CacheReader reader = content.ReaderAt(position);
        ReadLog reads = new();
        int count = reader.Number();
        bool same = true;
        for (int i = 0; i < count; i++)
        {
            same &= questions.Ask(reader.Number(), reads);
        }

        return same ? new NotedDeclaration(text, source, reads, DeclarationFormat.Read(reader)) : null;
    }

    private static string KeyOf(Location place, string use) => $"{place.Text.Path} {place.Span.Start} {use}";
}
