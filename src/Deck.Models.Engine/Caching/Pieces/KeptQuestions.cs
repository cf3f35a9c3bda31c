using Deck.Models.Engine.Caching.Format;
using Deck.Models.Engine.Caching.Reads;

namespace Deck.Models.Engine.Caching.Pieces;

/// <summary>What earlier dry renders asked, and whether they would get the same answers now.</summary>
internal sealed class KeptQuestions
{
    private readonly Question[] questions;
    private readonly bool[] same;

    private KeptQuestions(int count)
    {
        questions = new Question[count];
        same = new bool[count];
    }

    public static KeptQuestions None { get; } = new(0);

    public static KeptQuestions Read(CacheReader reader, Answers answers)
    {
        KeptQuestions kept = new(reader.Number());
        for (int i = 0; i < kept.same.Length; i++)
        {
            kept.questions[i] = new Question((QuestionKind)reader.Number(), reader.Text(), reader.Text());
            kept.same[i] = answers.IsSame(reader, kept.questions[i]);
        }

        return kept;
    }

    /// <summary>Notes a question in a log. True where its answer is the same as before.</summary>
    public bool Ask(int id, ReadLog log)
    {
        questions[id].NoteIn(log);
        return same[id];
    }
}
