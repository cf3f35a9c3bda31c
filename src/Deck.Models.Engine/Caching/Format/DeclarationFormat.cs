using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Caching.Format;

/// <summary>The notation of what a dry render without mistakes gave.</summary>
internal static class DeclarationFormat
{
    public static void Write(CacheWriter writer, Checked<ModelDeclaration> declared)
    {
        if (declared.HasErrors || declared.Value is not { Measures.IsEmpty: true } found)
        {
            writer.Refuse();
            return;
        }

        CallFormat.Write(writer, new TextCalls(found.Refs, found.Sources, found.Metrics, found.Functions));
        writer.All(found.Configs, WriteConfig);
        ValueFormat.Write(writer, found.WrittenConfig);
        writer.Texts(found.Macros);
        DiagnosticFormat.Write(writer, found.UndefinedCalls);
        DiagnosticFormat.Write(writer, declared.Diagnostics);
    }

    public static Checked<ModelDeclaration> Read(CacheReader reader)
    {
        TextCalls calls = CallFormat.Read(reader);
        ModelDeclaration found = new()
        {
            Refs = calls.Refs,
            Sources = calls.Sources,
            Metrics = calls.Metrics,
            Functions = calls.Functions,
            Configs = reader.All(() => new ConfigCall(ValueFormat.ReadDict(reader), reader.Place())),
            WrittenConfig = ValueFormat.ReadOrNull(reader) as DictValue,
            Macros = reader.Texts(),
            UndefinedCalls = DiagnosticFormat.Read(reader),
        };
        return Check.Ok(found, DiagnosticFormat.Read(reader));
    }

    private static void WriteConfig(CacheWriter writer, ConfigCall call)
    {
        ValueFormat.Write(writer, call.Values);
        writer.Place(call.Location);
    }
}
