namespace Deck.Models.Engine.Caching.Reads;

/// <summary>One thing that a dry render asked.</summary>
/// <param name="Package">The package of the text that asked, or the one whose macro it asked for; empty where it does not matter.</param>
/// <param name="Name">Empty where there is only one thing of the kind.</param>
internal sealed record Question(QuestionKind Kind, string Package, string Name)
{
    /// <summary>Notes in a log that this was asked.</summary>
    public void NoteIn(ReadLog log)
    {
        switch (Kind)
        {
            case QuestionKind.Environment:
                log.NoteEnvironment(Name);
                break;
            case QuestionKind.Variable:
                log.NoteVariable(Name);
                break;
            case QuestionKind.Flags:
                log.NoteFlags();
                break;
            case QuestionKind.Project:
                log.NoteProject();
                break;
            case QuestionKind.Macro:
                log.NoteMacro(Name);
                break;
            default:
                log.NoteMacro(Package, Name);
                break;
        }
    }

    /// <summary>Everything that a text of a package asked.</summary>
    public static IEnumerable<Question> Of(ReadLog log, string package) =>
    [
        .. log.Macros.Select(name => new Question(QuestionKind.Macro, package, name)),
        .. log.QualifiedMacros.Select(OfQualified),
        .. log.Environment.Select(name => new Question(QuestionKind.Environment, "", name)),
        .. log.Variables.Select(name => new Question(QuestionKind.Variable, package, name)),
        .. log.ReadsFlags ? [new Question(QuestionKind.Flags, "", "")] : (Question[])[],
        .. log.ReadsProject ? [new Question(QuestionKind.Project, "", "")] : (Question[])[],
    ];

    private static Question OfQualified(string name)
    {
        int dot = name.IndexOf('.', StringComparison.Ordinal);
        return new Question(QuestionKind.QualifiedMacro, name[..dot], name[(dot + 1)..]);
    }
}
