using System.Text.Json;

namespace Deck.Models.Templating.Tests.Corpus;

/// <summary>One line of a corpus file: a template, what surrounds it, and what Jinja made of it.</summary>
internal sealed class CorpusCase
{
    private readonly JsonElement json;

    private CorpusCase(JsonElement json) => this.json = json;

    public string Name => Text("name") ?? "";

    public string Mode => Text("mode") ?? "text";

    /// <summary>The part of the name before the number.</summary>
    public string Category => Name.LastIndexOf('/') is var slash and >= 0 ? Name[..slash] : Name;

    public string Template => Text("template") ?? "";

    public string? Macros => Text("macros");

    public string? Error => Text("error");

    public JsonElement? Context => Find("context");

    public JsonElement? Vars => Find("vars");

    public JsonElement? Expect => Find("expect");

    public bool WithText => Find("raw") is { ValueKind: JsonValueKind.True };

    public IEnumerable<string> Allowed => Find("allowed")?.EnumerateArray().Select(e => e.GetString() ?? "") ?? [];

    public static CorpusCase Parse(string line) => new(JsonDocument.Parse(line).RootElement);

    public override string ToString() => $"{Name} ({Mode}) {Template}";

    private string? Text(string name) => Find(name)?.GetString();

    private JsonElement? Find(string name) => json.TryGetProperty(name, out JsonElement value) ? value : null;
}
