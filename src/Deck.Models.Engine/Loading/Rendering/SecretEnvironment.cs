using System.Collections.Immutable;

namespace Deck.Models.Engine.Loading.Rendering;

/// <summary>Environment variables that hold secrets (`DBT_ENV_SECRET…`): templates see a placeholder, which is replaced after rendering.</summary>
/// <remarks>dbt does the same, so that a secret can be passed on, but neither tested nor changed by a template.</remarks>
public sealed class SecretEnvironment(ImmutableDictionary<string, string> environment)
{
    public const string Prefix = "DBT_ENV_SECRET";

    private const string Start = "$$$DBT_SECRET_START$$$";
    private const string End = "$$$DBT_SECRET_END$$$";

    public static bool IsSecret(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);

    public static string PlaceholderFor(string name) => $"{Start}{name}{End}";

    public static bool HasPlaceholder(string text) => text.Contains(Start, StringComparison.Ordinal);

    /// <summary>The text with every placeholder replaced by its variable's value.</summary>
    public string Reveal(string text)
    {
        string revealed = text;
        int start;
        while ((start = revealed.IndexOf(Start, StringComparison.Ordinal)) >= 0)
        {
            int end = revealed.IndexOf(End, start, StringComparison.Ordinal);
            if (end < 0)
            {
                break;
            }

            string name = revealed[(start + Start.Length)..end];
            revealed = $"{revealed[..start]}{environment.GetValueOrDefault(name, "")}{revealed[(end + End.Length)..]}";
        }

        return revealed;
    }
}
