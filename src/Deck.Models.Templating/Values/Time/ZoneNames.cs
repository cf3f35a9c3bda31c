using System.Collections.Frozen;

namespace Deck.Models.Templating.Values;

/// <summary>The time zones' names as pytz lists them: all, those in common use, and those of each country.</summary>
/// <remarks>Facts of the IANA database that .NET does not tell on every machine; a line is a country's code, its name and its zones.</remarks>
internal static class ZoneNames
{
    private static readonly Lazy<string[][]> Lines = new(Read);

    private static readonly Lazy<FrozenDictionary<string, string>> Spellings = new(
        () => All().ToFrozenDictionary(name => name, StringComparer.OrdinalIgnoreCase));

    /// <summary>Every name, sorted, old ones too.</summary>
    public static IEnumerable<string> All() => Lines.Value.SelectMany(Zones).Order(StringComparer.Ordinal);

    /// <summary>The names in common use, sorted.</summary>
    public static IEnumerable<string> Common() => Lines.Value.Where(line => line[0] != "-").SelectMany(Zones).Order(StringComparer.Ordinal);

    /// <summary>The codes of ISO 3166, the countries' names and their zones.</summary>
    public static IEnumerable<(string Code, string Name, string[] Zones)> Countries() =>
        Lines.Value.Where(line => line[1].Length > 0).Select(line => (line[0], line[1], Zones(line)));

    /// <summary>A name in the letters of the database; one that is not listed as it is.</summary>
    public static string Exact(string name) => Spellings.Value.GetValueOrDefault(name, name);

    private static string[] Zones(string[] line) => line[2].Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string[][] Read()
    {
        using Stream stream = typeof(ZoneNames).Assembly.GetManifestResourceStream("Deck.Models.Templating.Values.Time.zones.txt")
            ?? throw new InvalidOperationException("the list of time zones is not embedded");
        using StreamReader reader = new(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))];
    }
}
