namespace Deck.Models.Engine.Packages.Editing;

/// <summary>A package that `--add-package` names.</summary>
/// <param name="Source">`hub`, `git` or `local`.</param>
public sealed record NewPackage(string Name, string? Version, string Source)
{
    /// <summary>`NAME@VERSION`; an `@` of an address (`git@host:…`) is not the one before a version.</summary>
    public static NewPackage Parse(string text, string source)
    {
        int at = text.LastIndexOf('@');
        bool isVersion = at > 0 && at < text.Length - 1 && text.AsSpan(at).IndexOfAny('/', ':') < 0;
        return isVersion ? new NewPackage(text[..at], text[(at + 1)..], source) : new NewPackage(text.TrimEnd('@'), null, source);
    }

    /// <summary>dbt's rule for "the same package": the name, with `-` for `_` or without its namespace too, as a whole part of the address.</summary>
    public bool IsSameAs(string address)
    {
        string[] names = [Name, Name[(Name.LastIndexOf('/') + 1)..]];
        return names
            .SelectMany(n => new[] { n, n.Replace('_', '-'), n.Replace('-', '_') })
            .Where(n => n.Length > 0)
            .Any(n => IsPartOf(n, address));
    }

    private static bool IsPartOf(string name, string address)
    {
        int start = address.IndexOf(name, StringComparison.Ordinal);
        int end = start + name.Length;
        return start >= 0 && (start == 0 || address[start - 1] is '/' or '.') && (end == address.Length || address[end] is '/' or '.');
    }
}
