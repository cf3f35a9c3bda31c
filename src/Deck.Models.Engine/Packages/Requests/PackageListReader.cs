using System.Collections.Immutable;
using Deck.Models.Engine.Loading.Rendering;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Packages.Requests;

/// <summary>Renders a list of packages and turns it into requests; used by one thread.</summary>
internal sealed class PackageListReader
{
    private readonly SecretEnvironment secrets;
    private readonly YamlRenderer renderer;
    private readonly PackageEntryReader reader;
    private readonly List<Diagnostic> diagnostics;

    /// <param name="requestedBy">Who asks, for messages.</param>
    public PackageListReader(InvocationSettings settings, string requestedBy, List<Diagnostic> diagnostics)
    {
        this.diagnostics = diagnostics;
        secrets = new SecretEnvironment(settings.Environment);
        renderer = new YamlRenderer(YamlScope.ForProfiles(settings, secrets), diagnostics);
        reader = new PackageEntryReader(requestedBy, diagnostics);
    }

    /// <param name="isRendered">False for a list whose templates stay texts, as dbt has it for dependencies.yml.</param>
    public ImmutableArray<PackageEntry> ReadEntries(YamlNode list, bool isRendered)
    {
        if (list is YamlScalar { Value: NoneValue })
        {
            return [];
        }

        if (list is not YamlSequence sequence)
        {
            diagnostics.Add(Diagnostic.Error(PackageCodes.BadPackagesFile, "`packages` should be a list", list.Location));
            return [];
        }

        return [.. sequence.Items.Select(item => reader.Classify(isRendered ? Reveal(renderer.Render(item)) : item, item)).OfType<PackageEntry>()];
    }

    public ImmutableArray<PackageRequest> ReadRequests(IEnumerable<PackageEntry> entries) => [.. entries.Select(reader.Read).OfType<PackageRequest>()];

    /// <summary>Secrets are put in after rendering, so that no template sees them.</summary>
    private YamlNode Reveal(YamlNode node) => node switch
    {
        YamlScalar { Value: StringValue } scalar when SecretEnvironment.HasPlaceholder(scalar.Text) => YamlValues.ToNode(Value.Of(secrets.Reveal(scalar.Text)), scalar.Location),
        YamlSequence list => new YamlSequence { Location = list.Location, Items = [.. list.Items.Select(Reveal)] },
        YamlMapping mapping => new YamlMapping { Location = mapping.Location, Entries = [.. mapping.Entries.Select(e => e with { Value = Reveal(e.Value) })] },
        _ => node,
    };
}
