using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Reporting;

/// <summary>A template's `log` or `print`, or a word of the runner's.</summary>
/// <param name="Level">`debug`, `info`, `warn` or `error`; or <see cref="Print"/>.</param>
/// <param name="ToUser">True where the text belongs on the console at the default level (`print`, `log(info=true)`).</param>
public sealed record MessageLogged(DateTimeOffset At, string Level, string Text, bool ToUser, Node? Node) : RunEvent(At)
{
    /// <summary>What is printed is asked for: the console has it at every level.</summary>
    public const string Print = "print";
}
