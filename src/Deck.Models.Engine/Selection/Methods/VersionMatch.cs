using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Selection.Methods;

/// <summary>`version:latest`, `version:prerelease`, `version:old` and `version:none`.</summary>
internal static class VersionMatch
{
    public static bool Matches(ModelNode model, string value)
    {
        if (model.Version is not { } version || model.LatestVersion is not { } latest)
        {
            return value == "none";
        }

        int order = Compare(version.ToText(), latest.ToText());
        return value switch
        {
            "latest" => order == 0,
            "prerelease" => order > 0,
            "old" => order < 0,
            _ => false,
        };
    }

    private static int Compare(string a, string b) =>
        decimal.TryParse(a, out decimal x) && decimal.TryParse(b, out decimal y) ? x.CompareTo(y) : string.CompareOrdinal(a, b);
}
