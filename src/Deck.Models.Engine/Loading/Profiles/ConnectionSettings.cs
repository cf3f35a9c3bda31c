using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Profiles;

/// <summary>Rendered and checked settings of one output, by their canonical key.</summary>
internal sealed class ConnectionSettings
{
    private readonly Dictionary<string, (Value Value, Location? Location)> values = new(StringComparer.Ordinal);

    /// <summary>True where a value other than the password's was a secret.</summary>
    public bool HasSecrets { get; private set; }

    public void NoteSecret(string key) => HasSecrets |= key != "password";

    public void Set(string key, Value value, Location? location) => values[key] = (value, location);

    public bool TryGetText(string key, [NotNullWhen(true)] out string? text)
    {
        text = values.TryGetValue(key, out (Value Value, Location? Location) found) && found.Value is StringValue s && s.Text.Length > 0 ? s.Text : null;
        return text is not null;
    }

    public string? Text(string key) => TryGetText(key, out string? text) ? text : null;

    public int? Integer(string key) => values.TryGetValue(key, out (Value Value, Location? Location) found) && found.Value is IntegerValue integer ? (int)integer.Big : null;

    public ImmutableDictionary<string, Location> Locations(SourceText shown) => values
        .Where(v => v.Value.Location is not null)
        .ToImmutableDictionary(v => v.Key, v => new Location(shown, v.Value.Location?.InFile.Span ?? default), StringComparer.Ordinal);
}
