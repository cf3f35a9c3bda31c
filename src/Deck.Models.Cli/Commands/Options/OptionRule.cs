using System.Globalization;

namespace Deck.Models.Cli.Commands.Options;

/// <summary>What the value of an option may be, wherever it stands: on the command line, in the environment, in the project file.</summary>
/// <param name="Takes">What fits, to follow "takes".</param>
internal sealed record OptionRule(string Takes, Func<string, bool> Fits)
{
    public static OptionRule YesOrNo { get; } = new("true or false", text => IsYes(text) || IsNo(text));

    public static OptionRule AnyText { get; } = new("a text", _ => true);

    public static OptionRule OneOf(params string[] words) =>
        new($"{string.Join(", ", words[..^1])} or {words[^1]}", text => words.Contains(text, StringComparer.OrdinalIgnoreCase));

    public static OptionRule Moment { get; } = new("a date or a moment such as 2024-09-01T12:00:00, in UTC", text => TryRead(text, out DateTimeOffset _));

    public static bool TryRead(string text, out DateTimeOffset moment) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out moment);

    public static OptionRule WholeNumber(int least) => new($"a whole number from {least}", text => TryRead(text, out int n) && n >= least);

    public static bool TryRead(string text, out int number) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    public static bool IsYes(string text) => text.ToLowerInvariant() is "1" or "true" or "t" or "yes" or "y" or "on";

    private static bool IsNo(string text) => text.ToLowerInvariant() is "0" or "false" or "f" or "no" or "n" or "off";
}
