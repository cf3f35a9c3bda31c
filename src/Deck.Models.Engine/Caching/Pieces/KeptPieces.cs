using Deck.Models.Engine.Caching.Format;
using Deck.Models.Engine.Caching.Inputs;
using Deck.Models.Engine.Caching.Reads;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Caching.Pieces;

/// <summary>What an earlier parse found out of each file and each text by itself: where the project as a whole has changed, most of that still holds.</summary>
internal sealed class KeptPieces
{
    private readonly Func<ProjectContext, MacroRegistry, KeptDeclarations> open;

    private KeptPieces(KeptFiles files, Func<ProjectContext, MacroRegistry, KeptDeclarations> open)
    {
        Files = files;
        this.open = open;
    }

    public static KeptPieces None { get; } = new(KeptFiles.None, (_, _) => KeptDeclarations.None);

    public KeptFiles Files { get; }

    /// <param name="reader">At the pieces.</param>
    /// <param name="inputs">What was asked of the files.</param>
    /// <param name="values">Digests of this invocation's values, salted as the kept ones are.</param>
    /// <param name="frame">The notation of what surrounds the project's files now.</param>
    public static KeptPieces Read(CacheReader reader, Input[] inputs, ReadValues values, byte[] frame)
    {
        KeptFiles files = KeptFiles.Read(reader, inputs);
        (CacheContent content, int declarations) = (reader.Content, reader.Position);
        return new KeptPieces(files, (project, macros) => KeptDeclarations.Read(content.ReaderAt(declarations), new Answers(values, project, macros, frame)));
    }

    /// <summary>The dry renders that would give the same again.</summary>
    public KeptDeclarations DeclarationsFor(ProjectContext project, MacroRegistry macros) => open(project, macros);
}
