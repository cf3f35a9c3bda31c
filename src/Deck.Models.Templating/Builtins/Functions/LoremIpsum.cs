using System.Security.Cryptography;
using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Builtins;

/// <summary>jinja2's `lipsum()`: filler text.</summary>
internal static class LoremIpsum
{
    private const int LongestWord = 10;

    private static readonly string[] Words =
        "ad aliqua amet anim aute commodo consequat culpa dolor dolore duis ea elit enim esse est et eu ex fugiat id in ipsum labore lorem magna minim mollit nisi non nulla occaecat pariatur quis sed sint sit sunt tempor ut velit veniam".Split(' ');

    /// <summary>Paragraphs of random words, as HTML or divided by empty lines.</summary>
    public static Value Write(int paragraphs, bool html, (int Min, int Max) words)
    {
        SequenceLimits.Demand(Math.Max(words.Max, words.Min) * (long)LongestWord, paragraphs);
        var texts = new List<string>();
        for (int i = 0; i < paragraphs; i++)
        {
            int count = words.Max > words.Min ? RandomNumberGenerator.GetInt32(words.Min, words.Max) : words.Min;
            string text = CaseMapping.Capitalize(string.Join(' ', Enumerable.Range(0, count).Select(_ => Words[RandomNumberGenerator.GetInt32(Words.Length)]))) + ".";
            texts.Add(html ? $"<p>{text}</p>" : text);
        }

        return html ? StringValue.Markup(string.Join('\n', texts)) : Value.Of(string.Join("\n\n", texts));
    }
}
