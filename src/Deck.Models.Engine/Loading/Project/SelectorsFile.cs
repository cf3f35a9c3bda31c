using Deck.Models.Engine.Loading.Rendering;
using Deck.Models.Engine.Loading.Resources;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Project;

/// <summary>Reads and renders a project's selectors.yml.</summary>
internal static class SelectorsFile
{
    private const string Name = "selectors.yml";

    /// <summary>The file's content, or null where there is none or it cannot be read.</summary>
    public static YamlNode? Read(PackageFolder folder, YamlScope scope, List<Diagnostic> diagnostics)
    {
        if (!folder.Exists(Name))
        {
            return null;
        }

        Checked<SourceText> text = folder.ReadText(Name);
        diagnostics.AddRange(text.Diagnostics);
        if (text.Value is null)
        {
            return null;
        }

        Checked<YamlNode> read = YamlReader.Read(text.Value);
        diagnostics.AddRange(read.Diagnostics);
        return read.Value is null ? null : new YamlRenderer(scope, diagnostics).Render(read.Value);
    }
}
