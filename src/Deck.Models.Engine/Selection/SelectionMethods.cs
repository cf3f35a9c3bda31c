using System.Collections.Frozen;
using System.Text;

namespace Deck.Models.Engine.Selection;

/// <summary>Names of <see cref="SelectionMethod"/> as they are written.</summary>
public static class SelectionMethods
{
    private static readonly FrozenDictionary<string, SelectionMethod> ByName =
        Enum.GetValues<SelectionMethod>().ToFrozenDictionary(NameOf, StringComparer.Ordinal);

    public static IEnumerable<string> Names => ByName.Keys;

    public static bool TryParse(string name, out SelectionMethod method) => ByName.TryGetValue(name, out method);

    /// <summary>`TestName` is written `test_name`.</summary>
    public static string NameOf(SelectionMethod method)
    {
        StringBuilder name = new();
        foreach (char c in method.ToString())
        {
            name.Append(char.IsUpper(c) && name.Length > 0 ? "_" : "").Append(char.ToLowerInvariant(c));
        }

        return name.ToString();
    }
}
