using System.Collections.Immutable;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Engine.Resolution.Properties;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>Reads `time_spine:` of a model, and checks that its columns are described.</summary>
internal static class TimeSpineReader
{
    /// <param name="columns">The model's columns, of its latest version where it has several.</param>
    public static TimeSpine? Read(PropertiesEntry entry, ImmutableArray<YamlMapping> columns, ResolutionSession session)
    {
        if (!PropertyValues.TryFindValue(entry.Yaml, "time_spine", out YamlNode? node) || node is not YamlMapping mapping)
        {
            return null;
        }

        TimeSpine spine = new()
        {
            StandardColumn = PropertyValues.Text(mapping, "standard_granularity_column") ?? "",
            CustomGranularities =
            [
                .. ResourcePropertiesReader.Mappings(mapping, "custom_granularities", session)
                    .Select(g => new CustomGranularity(PropertyValues.Text(g, "name") ?? "", PropertyValues.Text(g, "column_name"), g.Location)),
            ],
            Location = mapping.Location,
        };
        session.Report(Check(spine, entry.Name, columns));
        return spine;
    }

    private static IEnumerable<Diagnostic> Check(TimeSpine spine, string model, ImmutableArray<YamlMapping> columns)
    {
        Dictionary<string, YamlMapping> byName = new(StringComparer.Ordinal);
        foreach (YamlMapping column in columns)
        {
            byName[PropertyValues.Text(column, "name") ?? ""] = column;
        }

        if (!byName.TryGetValue(spine.StandardColumn, out YamlMapping? standard))
        {
            yield return Missing(spine.StandardColumn, model, byName, spine.Location);
        }
        else if (PropertyValues.Text(standard, "granularity") is null)
        {
            yield return Diagnostic
                .Error(ResolutionCodes.MalformedTimeSpine, $"column `{spine.StandardColumn}` of the time spine `{model}` needs a `granularity`", standard.Location)
                .WithHint("write `granularity: day` beside its name");
        }

        foreach (CustomGranularity granularity in spine.CustomGranularities.Where(g => !byName.ContainsKey(g.Column)))
        {
            yield return Missing(granularity.Column, model, byName, granularity.Location);
        }
    }

    private static Diagnostic Missing(string column, string model, Dictionary<string, YamlMapping> columns, Location place) => Diagnostic
        .Error(ResolutionCodes.MalformedTimeSpine, $"column `{column}` of the time spine `{model}` is not among the model's `columns`", place)
        .WithHint(Spelling.DidYouMean(column, columns.Keys));
}
