using System.Collections.Immutable;
using Deck.Models.Text;

namespace Deck.Models.Engine.Caching.Format;

/// <summary>The notation of warnings and notices, which a project has again when nothing has changed. Of errors only those of calls that nobody may make yet are kept.</summary>
internal static class DiagnosticFormat
{
    public static void Write(CacheWriter writer, ImmutableArray<Diagnostic> diagnostics)
    {
        writer.Number(diagnostics.Length);
        foreach (Diagnostic diagnostic in diagnostics)
        {
            writer.Number(diagnostic.Code.Number);
            writer.Text(diagnostic.Code.Title);
            writer.Text(diagnostic.Code.WarningName);
            writer.Number((int)diagnostic.Severity);
            writer.Text(diagnostic.Message);
            writer.Place(diagnostic.Location);
            writer.Texts(diagnostic.Details);
            writer.Texts(diagnostic.Hints);
            writer.Number(diagnostic.Related.Length);
            foreach (RelatedLocation related in diagnostic.Related)
            {
                writer.Text(related.Label);
                writer.Place(related.Location);
            }
        }
    }

    public static ImmutableArray<Diagnostic> Read(CacheReader reader)
    {
        int count = reader.Number();
        ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>(count);
        for (int i = 0; i < count; i++)
        {
            diagnostics.Add(ReadOne(reader));
        }

        return diagnostics.MoveToImmutable();
    }

    private static Diagnostic ReadOne(CacheReader reader)
    {
        DiagnosticCode code = new(reader.Number(), reader.Text()) { WarningName = reader.TextOrNull() };
        Severity severity = (Severity)reader.Number();
        Diagnostic diagnostic = Diagnostic.Warning(code, reader.Text(), reader.PlaceOrNull()).As(severity);
        diagnostic = diagnostic.WithDetails(reader.Texts());
        foreach (string hint in reader.Texts())
        {
            diagnostic = diagnostic.WithHint(hint);
        }

        int count = reader.Number();
        List<RelatedLocation> related = [];
        for (int i = 0; i < count; i++)
        {
            related.Add(new RelatedLocation(reader.Text(), reader.Place()));
        }

        return count == 0 ? diagnostic : diagnostic.WithRelated(related);
    }
}
