using Deck.Models.Engine.Caching.Format;
using Deck.Models.Engine.Caching.Reads;

namespace Deck.Models.Engine.Caching.Pieces;

/// <summary>Numbers what dry renders asked: most of them ask the same.</summary>
internal sealed class QuestionTable
{
    private readonly Dictionary<Question, int> ids = [];
    private readonly List<Question> questions = [];

    public int[] IdsOf(NotedDeclaration declaration) => [.. Question.Of(declaration.Reads, declaration.Text.PackageName).Select(IdOf)];

    public void Write(CacheWriter writer, Answers answers)
    {
        writer.Number(questions.Count);
        foreach (Question question in questions)
        {
            writer.Number((int)question.Kind);
            writer.Text(question.Package);
            writer.Text(question.Name);
            answers.Write(writer, question);
        }
    }

    private int IdOf(Question question)
    {
        if (!ids.TryGetValue(question, out int id))
        {
            ids.Add(question, id = questions.Count);
            questions.Add(question);
        }

        return id;
    }
}
