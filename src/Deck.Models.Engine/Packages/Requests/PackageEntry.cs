using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Packages.Requests;

/// <summary>One entry of a list of packages in YAML.</summary>
/// <param name="Kind">The key that says where the package comes from: `package`, `git`, `private`, `local`, `tarball`.</param>
/// <param name="Rendered">The entry with its templates rendered and its secrets in place.</param>
/// <param name="Written">The entry as it stands in the file.</param>
internal sealed record PackageEntry(string Kind, YamlMapping Rendered, YamlMapping Written)
{
    /// <summary>The value of a key; a key without value counts as absent.</summary>
    public YamlNode? Find(string key) => Find(Rendered, key);

    public string? Text(string key) => Find(key) is YamlScalar scalar ? scalar.Value.ToText() : null;

    public string? WrittenText(string key) => Find(Written, key) is YamlScalar scalar ? scalar.Value.ToText() : null;

    private static YamlNode? Find(YamlMapping mapping, string key) =>
        mapping.TryFind(key, out YamlNode? value) && value is not YamlScalar { Value: NoneValue } ? value : null;
}
