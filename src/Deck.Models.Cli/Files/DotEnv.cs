using System.Collections.Immutable;

namespace Deck.Models.Cli.Files;

/// <summary>Reads `.env` of the working folder: `NAME=value` lines that the shell's own variables win over.</summary>
internal static class DotEnv
{
    public static ImmutableDictionary<string, string> AddTo(ImmutableDictionary<string, string> environment, string folder)
    {
        string path = Path.Combine(folder, ".env");
        if (!File.Exists(path))
        {
            return environment;
        }

        foreach (string line in File.ReadLines(path))
        {
            if (TryParse(line, out string name, out string value) && !environment.ContainsKey(name))
            {
                environment = environment.Add(name, value);
            }
        }

        return environment;
    }

    /// <summary>A line's name and value: `export` is allowed, quotes are taken off, `#` starts a comment outside quotes.</summary>
    internal static bool TryParse(string line, out string name, out string value)
    {
        string text = line.Trim();
        text = text.StartsWith("export ", StringComparison.Ordinal) ? text[7..].TrimStart() : text;
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        (name, value) = ("", "");
        if (equals <= 0 || text[0] == '#')
        {
            return false;
        }

        name = text[..equals].TrimEnd();
        value = Unquote(text[(equals + 1)..].Trim());
        return true;
    }

    private static string Unquote(string text)
    {
        if (text.Length >= 2 && text[0] is '"' or '\'')
        {
            int close = text.IndexOf(text[0], 1);
            return close < 0 ? text : text[1..close];
        }

        int comment = text.IndexOf(" #", StringComparison.Ordinal);
        return comment < 0 ? text : text[..comment].TrimEnd();
    }
}
