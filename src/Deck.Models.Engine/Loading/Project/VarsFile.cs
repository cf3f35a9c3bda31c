using Deck.Models.Engine.Loading.Resources;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Project;

/// <summary>Reads the root project's vars.yml: variables in a file of their own instead of in the project file, which may use them.</summary>
internal static class VarsFile
{
    private const string Name = "vars.yml";
    private const string Key = "vars";

    /// <summary>The project file as if the variables stood in it.</summary>
    public static YamlMapping AddTo(YamlMapping project, YamlMapping vars) => new()
    {
        Location = project.Location,
        Entries = [.. project.Entries.Where(e => e.Key != Key), new YamlEntry(Key, vars.Location, vars)],
    };

    /// <summary>What stands under `vars`, as written; null where the file is missing or has none.</summary>
    public static YamlMapping? Read(PackageFolder folder, YamlMapping project, List<Diagnostic> diagnostics)
    {
        if (!folder.Exists(Name))
        {
            return null;
        }

        Checked<SourceText> text = folder.ReadText(Name);
        Checked<YamlNode>? read = text.Value is null ? null : YamlReader.Read(text.Value);
        diagnostics.AddRange(read?.Diagnostics ?? text.Diagnostics);
        if (read?.Value is not YamlMapping file || !file.TryFind(Key, out YamlNode? vars) || vars is YamlScalar { Value.IsNone: true })
        {
            return null;
        }

        if (vars is not YamlMapping mapping)
        {
            diagnostics.Add(Diagnostic.Error(LoadingCodes.WrongShape, "`vars` should be a mapping of names and values", vars.Location));
            return null;
        }

        if (project.TryFind(Key, out YamlNode? others) && others is YamlMapping { Entries.IsEmpty: false })
        {
            diagnostics.Add(Diagnostic.Error(LoadingCodes.TwoVars, "variables stand in vars.yml and in the project file; one of them may have them", others.Location));
        }

        return mapping;
    }
}
