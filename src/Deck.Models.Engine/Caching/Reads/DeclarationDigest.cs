using Deck.Models.Engine.Caching.Format;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Caching.Reads;

/// <summary>Digests of what dry renders gave: everything that resolution makes use of.</summary>
internal static class DeclarationDigest
{
    /// <summary>The digest, or null where a config holds a value that has no notation.</summary>
    public static byte[]? Of(Checked<ModelDeclaration> declared)
    {
        CacheWriter writer = new(512);
        ModelDeclaration found = declared.Value ?? new ModelDeclaration();
        WriteReferences(writer, found);
        foreach (ConfigCall call in found.Configs)
        {
            ValueFormat.Write(writer, call.Values);
            Write(writer, call.Location);
        }

        writer.Texts(found.Macros);
        foreach (Diagnostic diagnostic in found.UndefinedCalls.Concat(declared.Diagnostics))
        {
            writer.Text(diagnostic.ToString());
        }

        writer.Finish();
        return writer.IsWhole ? Inputs.InputDigest.Of(writer.Written) : null;
    }

    private static void WriteReferences(CacheWriter writer, ModelDeclaration found)
    {
        WriteOthers(writer, found);
        foreach (RefCall call in found.Refs)
        {
            writer.Text(call.Package);
            writer.Text(call.Name);
            ValueFormat.Write(writer, call.Version);
            Write(writer, call.Location);
        }

        foreach (SourceCall call in found.Sources)
        {
            writer.Text(call.Source);
            writer.Text(call.Table);
            Write(writer, call.Location);
        }
    }

    private static void WriteOthers(CacheWriter writer, ModelDeclaration found)
    {
        foreach (MetricCall call in found.Metrics)
        {
            writer.Text(call.Package);
            writer.Text(call.Name);
            Write(writer, call.Location);
        }

        foreach (FunctionCall call in found.Functions)
        {
            writer.Text(call.Package);
            writer.Text(call.Name);
            Write(writer, call.Location);
        }

        foreach (MeasureCall call in found.Measures)
        {
            writer.Text(call.Name);
            Write(writer, call.Location);
        }
    }

    private static void Write(CacheWriter writer, Location place)
    {
        writer.Text(place.Text.Path);
        writer.Number(place.Span.Start);
        writer.Number(place.Span.Length);
    }
}
