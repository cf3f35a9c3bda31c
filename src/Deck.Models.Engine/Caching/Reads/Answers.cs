using System.Diagnostics.CodeAnalysis;
using Deck.Models.Engine.Caching.Format;
using Deck.Models.Engine.Compilation.Context;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Caching.Reads;

/// <summary>What this invocation answers to the questions of dry renders: digests of values, texts of macros.</summary>
/// <param name="frame">The notation of what surrounds the project's files.</param>
internal sealed class Answers(ReadValues values, ProjectContext project, MacroRegistry macros, byte[] frame)
{
    /// <summary>The answer in the notation of the cache.</summary>
    public void Write(CacheWriter writer, Question question)
    {
        if (question.Kind is QuestionKind.Macro or QuestionKind.QualifiedMacro)
        {
            writer.Source(TryFind(question, out Macro? macro) ? macro.Block : null);
        }
        else
        {
            writer.Bytes(DigestOf(question));
        }
    }

    /// <summary>True where the kept answer is today's. The text of a macro that has moved takes the place of the kept one.</summary>
    public bool IsSame(CacheReader reader, Question question) => question.Kind is QuestionKind.Macro or QuestionKind.QualifiedMacro
        ? IsSameMacro(reader, question)
        : reader.Bytes().SequenceEqual(DigestOf(question));

    /// <summary>What every dry render sees without asking for it by name: the target, the names of packages, where dispatch searches, how names are quoted.</summary>
    public byte[] Surroundings()
    {
        CacheWriter writer = new(1 << 10);
        writer.Text(project.ProjectName);
        writer.Text(project.Profile.Database);
        writer.Text(project.Profile.Schema);
        ValueFormat.Write(writer, project.Profile.Target);
        writer.Texts(macros.Packages);
        writer.Text(project.Quoting.ToString());
        foreach ((string package, IReadOnlyList<string> order) in project.Dispatch.OrderBy(d => d.Key, StringComparer.Ordinal))
        {
            writer.Text(package);
            writer.Texts([.. order]);
        }

        writer.Finish();
        return values.Of(writer.Written);
    }

    private bool IsSameMacro(CacheReader reader, Question question)
    {
        int? id = reader.SourceId();
        if (!TryFind(question, out Macro? macro))
        {
            return id is null;
        }

        if (id is not { } known)
        {
            return false;
        }

        SourceText kept = reader.Content.SourceOf(known);
        if (ReferenceEquals(kept, macro.Block))
        {
            return true;
        }

        bool same = kept.Path == macro.Block.Path && kept.Content == macro.Block.Content;
        if (same)
        {
            reader.Content.Replace(known, macro.Block);
        }

        return same;
    }

    private byte[] DigestOf(Question question) => question.Kind switch
    {
        QuestionKind.Environment => values.Environment(question.Name),
        QuestionKind.Variable => values.Variable(question.Name, NodeVariables.TryFind(project, question.Package, question.Name, out Value? value) ? value : null),
        QuestionKind.Flags => values.Flags(),
        _ => values.Of(frame),
    };

    private bool TryFind(Question question, [NotNullWhen(true)] out Macro? macro) => question.Kind == QuestionKind.QualifiedMacro
        ? macros.TryFind(question.Package, question.Name, out macro)
        : macros.TryFind(question.Package, question.Name, out macro)
            || macros.TryFind(project.ProjectName, question.Name, out macro)
            || macros.TryFind(MacroRegistry.InternalPackage, question.Name, out macro);
}
