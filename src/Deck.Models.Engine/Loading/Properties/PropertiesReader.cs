using System.Collections.Immutable;
using Deck.Models.Engine.Loading.Resources;
using Deck.Models.Engine.Loading.Shapes;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Properties;

/// <summary>Reads a properties file (`_schema.yml`) into its entries, checked against the shape of their kind; used once.</summary>
internal sealed class PropertiesReader
{
    private readonly string package;
    private readonly string path;
    private readonly ImmutableArray<PropertiesEntry>.Builder entries = ImmutableArray.CreateBuilder<PropertiesEntry>();
    private readonly List<Diagnostic> diagnostics;

    private PropertiesReader(string package, string path, IEnumerable<Diagnostic> diagnostics)
    {
        this.package = package;
        this.path = path;
        this.diagnostics = [.. diagnostics];
    }

    /// <param name="path">From the package's folder.</param>
    public static FileContents Read(string package, string path, SourceText text)
    {
        Checked<YamlNode> read = YamlReader.ReadFile(text);
        PropertiesReader reader = new(package, path, read.Diagnostics);
        reader.ReadRoot(read.Value);
        return new FileContents { Properties = reader.entries.DrainToImmutable(), Diagnostics = [.. reader.diagnostics] };
    }

    private void ReadRoot(YamlNode? root)
    {
        switch (root)
        {
            case YamlMapping lists:
                foreach (YamlEntry list in lists.Entries.Where(l => !PropertiesShapes.IsIgnored(l.Key)))
                {
                    ReadList(list);
                }

                break;
            case null or YamlScalar { Value.IsNone: true }:
                break;
            default:
                diagnostics.Add(Diagnostic.Error(LoadingCodes.WrongShape, "a properties file should be a mapping with keys such as `models`", root.Location));
                break;
        }
    }

    private void ReadList(YamlEntry list)
    {
        if (!PropertiesShapes.ByList.TryGetValue(list.Key, out PropertiesList? known))
        {
            diagnostics.Add(Diagnostic.Warning(LoadingCodes.UnknownKey with { WarningName = "CustomTopLevelKeyDeprecation" }, $"a properties file has no key `{list.Key}`; it is ignored", list.KeyLocation)
                .WithHint(Spelling.DidYouMean(list.Key, PropertiesShapes.ByList.Keys)));
            return;
        }

        if (list.Value is YamlSequence sequence)
        {
            foreach (YamlNode item in sequence.Items)
            {
                ReadEntry(item, known);
            }
        }
        else if (list.Value is not YamlScalar { Value.IsNone: true })
        {
            diagnostics.Add(Diagnostic.Error(LoadingCodes.WrongShape, $"`{list.Key}` should be a list", list.Value.Location).WithHint("begin each entry with `- `"));
        }
    }

    /// <summary>An entry with an error of its own is left out: what follows from it would only repeat the error.</summary>
    private void ReadEntry(YamlNode item, PropertiesList list)
    {
        int before = diagnostics.Count;
        ShapeChecker.Check(item, list.Entry, $"an entry of `{list.Key}`", diagnostics);
        bool broken = diagnostics.Skip(before).Any(d => d.Severity == Severity.Error);
        if (broken || item is not YamlMapping mapping || !mapping.TryFind("name", out YamlNode? name) || name is not YamlScalar { Value: StringValue text })
        {
            return;
        }

        YamlMapping current = TestKeys.Rename(mapping, out Location? deprecated);
        if (deprecated is not null)
        {
            diagnostics.Add(Diagnostic.Notice(LoadingCodes.DeprecatedKey, "`tests` is now called `data_tests`", deprecated));
        }

        entries.Add(new PropertiesEntry { Kind = list.Kind, Name = text.Text, PackageName = package, OriginalFilePath = path, Yaml = current });
    }
}
