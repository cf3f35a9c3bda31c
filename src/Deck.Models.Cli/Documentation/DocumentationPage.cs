namespace Deck.Models.Cli.Documentation;

/// <summary>The page that shows manifest.json and catalog.json: one file without any request to elsewhere.</summary>
internal static class DocumentationPage
{
    public const string FileName = "index.html";

    public const string StaticFileName = "static_index.html";

    /// <summary>The page, which reads the two files beside it.</summary>
    public static string Read()
    {
        using Stream stream = typeof(DocumentationPage).Assembly.GetManifestResourceStream("Deck.Models.Cli.Documentation.index.html")
            ?? throw new InvalidOperationException("the page of the documentation is not embedded");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The page with both files in it: it can be opened without a server.</summary>
    public static string WithContent(string manifest, string catalog) =>
        Read().Replace(Slot("manifest", "null"), Slot("manifest", Escape(manifest))).Replace(Slot("catalog", "null"), Slot("catalog", Escape(catalog)));

    private static string Slot(string name, string json) => $"id=\"{name}-data\">{json}</script>";

    /// <summary>The sign stands in texts only, where JSON may write it as an escape; a text can so neither end the script nor begin a comment.</summary>
    private static string Escape(string json) => json.Replace("<", "\\u003c", StringComparison.Ordinal);
}
