using Deck.Models.Engine.Compilation.Context.Members;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Engine.Packages.Versions;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Packages;

/// <summary>`require-dbt-version`: whether the release of dbt that is matched is among those that a project works with.</summary>
internal static class VersionRequirement
{
    /// <summary>The flag that turns the check off: `--no-version-check`.</summary>
    private const string Flag = "version_check";

    /// <summary>True where the release fits every specifier; one that cannot be read fits nothing.</summary>
    public static bool IsMet(IReadOnlyList<string> specifiers)
    {
        VersionSpecifier?[] read = [VersionSpecifier.Parse(BaseMembers.DbtVersion), .. specifiers.Select(VersionSpecifier.Parse)];
        return !read.Contains(null) && VersionRange.Reduce([.. read.OfType<VersionSpecifier>()]) is not null;
    }

    public static IEnumerable<Diagnostic> Check(ProjectFile project, InvocationSettings settings)
    {
        bool isOff = settings.Flags.TryGetValue(Flag, out Value? flag) && !flag.IsTrue;
        if (isOff || project.RequireDbtVersion is not { } node)
        {
            yield break;
        }

        string[] specifiers = [.. Texts(node)];
        if (specifiers.FirstOrDefault(s => VersionSpecifier.Parse(s) is null) is { } broken)
        {
            yield return Diagnostic.Error(PackageCodes.BadVersion, $"`{broken}` is not a semantic version", node.Location).WithHint("write it as \">=1.8.0\", or as a list of bounds");
        }
        else if (!IsMet(specifiers))
        {
            yield return Diagnostic.Error(
                LoadingCodes.VersionMismatch,
                $"`{project.Name}` asks for dbt {string.Join(", ", specifiers)}, and this is dbt {BaseMembers.DbtVersion}",
                node.Location).WithHint("widen `require-dbt-version`, take another version of the package, or pass --no-version-check");
        }
    }

    private static IEnumerable<string> Texts(YamlNode node) => node switch
    {
        YamlSequence list => list.Items.OfType<YamlScalar>().Select(item => item.Value.ToText()),
        YamlScalar { Value.IsNone: false } scalar => scalar.Value.ToText().Split(',', StringSplitOptions.TrimEntries),
        _ => [],
    };
}
