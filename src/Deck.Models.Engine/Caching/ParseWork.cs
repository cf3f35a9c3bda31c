namespace Deck.Models.Engine.Caching;

/// <summary>What of a project had to be parsed in this invocation; the rest is as an earlier one found it.</summary>
/// <param name="Files">Files that were cut into blocks, lexed or read as YAML.</param>
/// <param name="Texts">Texts and uses of generic tests that were rendered to learn what they refer to.</param>
public sealed record ParseWork(int Files, int Texts)
{
    public static ParseWork None { get; } = new(0, 0);
}
