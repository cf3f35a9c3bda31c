using System.Text.Json;

namespace Deck.Models.Templating.Tests.Corpus;

/// <summary>One line of a corpus file: a template, what surrounds it, and what Jinja made of it.</summary>
internal sealed class CorpusCase
{
    private readonly JsonElement json;

    private CorpusCase(JsonElement json) => this.json = json;

    public static IReadOnlyList<string> Modes { get; } = ["text", "dbt", "dbt_parse", "native", "blocks"];

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

    /// <summary>A line of a corpus file.</summary>
    /// <exception cref="JsonException">The line is no case.</exception>
    public static CorpusCase Parse(string line)
    {
        JsonElement root = JsonDocument.Parse(line).RootElement;
        CorpusCase test = root.ValueKind == JsonValueKind.Object ? new(root) : throw new JsonException("a case is a JSON object");
        bool whole = test.Find("template") is { ValueKind: JsonValueKind.String } && (test.Error is not null || test.Expect is not null);
        return !whole ? throw new JsonException("a case has a template, and either `expect` or `error`")
            : Modes.Contains(test.Mode) ? test
            : throw new JsonException($"there is no mode `{test.Mode}`");
    }

    public override string ToString() => $"{Name} ({Mode}) {Template}";

    private string? Text(string name) => Find(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private JsonElement? Find(string name) => json.TryGetProperty(name, out JsonElement value) ? value : null;
}
