using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Compilation.Context;

/// <summary>Notes what one dry render met; owned by that render.</summary>
internal sealed class DeclarationRecorder
{
    public List<RefCall> Refs { get; } = [];

    public List<SourceCall> Sources { get; } = [];

    public List<ConfigCall> Configs { get; } = [];

    public ModelDeclaration ToDeclaration(ImmutableArray<string> macros) => new()
    {
        Refs = [.. Refs],
        Sources = [.. Sources],
        Configs = [.. Configs],
        Macros = macros,
    };
}
