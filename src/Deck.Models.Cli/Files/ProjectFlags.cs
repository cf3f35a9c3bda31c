using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Templating.Builtins;
using Deck.Models.Text;

namespace Deck.Models.Cli.Files;

/// <summary>Reads `flags:` of a project file before anything else, since the flags say how the rest is read.</summary>
internal static class ProjectFlags
{
    /// <summary>Name and text of each flag; nothing where the file is missing or broken, which loading reports.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Read(string folder)
    {
        string? path = ProjectLocator.FilesOf(folder).FirstOrDefault(File.Exists);
        YamlNode? root = path is null ? null : YamlReader.Read(new SourceText(path, File.ReadAllText(path))).Value;
        return root is YamlMapping file && file.TryFind("flags", out YamlNode? flags) && flags is YamlMapping mapping
            ? mapping.Entries.Select(e => KeyValuePair.Create(e.Key.ToLowerInvariant(), TextOf(e.Value)))
            : [];
    }

    /// <summary>A flag with several values is a YAML text on the command line, and JSON is YAML.</summary>
    private static string TextOf(YamlNode value) => value is YamlScalar scalar ? scalar.Value.ToText() : JsonWriter.Write(YamlValues.ToValue(value), sortKeys: false);
}
