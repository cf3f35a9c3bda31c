namespace Deck.Models.Engine.Execution;

/// <summary>Asks many questions together, and where the server refuses that each half of them, so that one that is wrong says nothing of the others.</summary>
internal static class Bisection
{
    /// <summary>Gives the questions that were answered.</summary>
    /// <param name="smallest">So many questions, refused together, are asked no further.</param>
    /// <param name="ask">Asks for all of its questions at once; false where they are refused.</param>
    public static async Task<T[]> AskAsync<T>(T[] questions, int smallest, Func<T[], Task<bool>> ask)
    {
        if (questions.Length == 0 || await ask(questions).ConfigureAwait(false))
        {
            return questions;
        }

        int half = questions.Length / 2;
        return questions.Length <= smallest ? [] :
        [
            .. await AskAsync(questions[..half], smallest, ask).ConfigureAwait(false),
            .. await AskAsync(questions[half..], smallest, ask).ConfigureAwait(false),
        ];
    }
}
