using System.Text.Json;

namespace Deck.Models.Cli.Tests.Commands;

[TestFixture]
internal sealed class DocsCommandTests
{
    private const string Project = """
        models:
          - name: a
            description: Numbers
            config: {materialized: table, persist_docs: {relation: true, columns: true}}
            columns: [{name: n, description: One of them}]
        sources:
          - {name: raw, schema: raw, tables: [{name: events}, {name: absent}]}
        """;

    private TestProject project = null!;

    [SetUp]
    public async Task Create()
    {
        project = await TestProject.CreateAsync();
        project.With("models/_all.yml", Project).With("models/a.sql", "select 1 as n, 2.50::numeric(10,2) as price").With("models/b.sql", "select n from {{ ref('a') }}");
        await project.Database.RunAsync("create schema raw; create table raw.events (id bigint, gone int, at timestamptz); alter table raw.events drop column gone; comment on table raw.events is 'What happened'");
        Assert.That((await project.RunAsync("run", "--select", "a")).ExitCode, Is.Zero);
    }

    [TearDown]
    public async Task Drop() => await project.DisposeAsync();

    [Test]
    public async Task The_catalog_has_the_relations_that_exist()
    {
        CommandRun run = await project.RunAsync("docs", "generate");
        Assert.That(run.ExitCode, Is.Zero, run.Text);
        Assert.That(run.Out, Does.Contain("2 relations in target/catalog.json"));
        using JsonDocument catalog = Catalog();
        JsonElement nodes = catalog.RootElement.GetProperty("nodes");
        Assert.That(Keys(nodes), Is.EqualTo(new[] { "model.shop.a" }), "`b` was never built");
        JsonElement a = nodes.GetProperty("model.shop.a");
        Assert.That(a.GetProperty("metadata").GetProperty("type").GetString(), Is.EqualTo("BASE TABLE"));
        Assert.That(a.GetProperty("columns").GetProperty("price").GetProperty("type").GetString(), Is.EqualTo("numeric(10,2)"));
        JsonElement events = catalog.RootElement.GetProperty("sources").GetProperty("source.shop.raw.events");
        Assert.That(events.GetProperty("metadata").GetProperty("comment").GetString(), Is.EqualTo("What happened"));
        Assert.That(events.GetProperty("columns").GetProperty("at").GetProperty("index").GetInt32(), Is.EqualTo(3), "dropped columns leave gaps");
        Assert.That(File.ReadAllText(Path.Combine(project.Folder, "target/compiled/shop/models/b.sql")), Does.Contain("select n from"));
    }

    [Test]
    public async Task Of_selected_nodes_alone()
    {
        Assert.That((await project.RunAsync("docs", "generate", "--select", "source:raw", "--no-compile")).ExitCode, Is.Zero);
        using JsonDocument catalog = Catalog();
        Assert.That(Keys(catalog.RootElement.GetProperty("nodes")), Is.Empty);
        Assert.That(Keys(catalog.RootElement.GetProperty("sources")), Is.EqualTo(new[] { "source.shop.raw.events" }));
        Assert.That(Directory.Exists(Path.Combine(project.Folder, "target/compiled/shop/models/b.sql")), Is.False);
    }

    [Test]
    public async Task An_empty_catalog_has_no_relations()
    {
        Assert.That((await project.RunAsync("docs", "generate", "--empty-catalog")).ExitCode, Is.Zero);
        using JsonDocument catalog = Catalog();
        Assert.That(Keys(catalog.RootElement.GetProperty("nodes")), Is.Empty);
        Assert.That(catalog.RootElement.GetProperty("metadata").GetProperty("dbt_schema_version").GetString(), Does.EndWith("/catalog/v1.json"));
    }

    [Test]
    public async Task The_page_lies_beside_what_it_reads()
    {
        project.With("project.yml", project.Read("project.yml") + "asset-paths: [assets]\n").With("assets/deep/logo.svg", "<svg/>");
        Assert.That((await project.RunAsync("docs", "generate")).ExitCode, Is.Zero);

        string page = project.Read("target/index.html");
        Assert.That(page, Does.Contain("id=\"manifest-data\">null</script>"));
        Assert.That(page, Does.Not.Match("(src|href)=\"https?:"), "no request to elsewhere");
        Assert.That(project.Read("target/assets/deep/logo.svg"), Is.EqualTo("<svg/>"));
        Assert.That(File.Exists(Path.Combine(project.Folder, "target/static_index.html")), Is.False);
    }

    [Test]
    public async Task The_static_page_holds_both_files()
    {
        project.With("models/b.yml", "models: [{name: b, description: 'ends </script><script>alert(1)</script> <!-- here'}]");
        Assert.That((await project.RunAsync("docs", "generate", "--static")).ExitCode, Is.Zero);

        string page = project.Read("target/static_index.html");
        Assert.That(page.Split("</script>"), Has.Length.EqualTo(4), "two of data, one of code");
        Assert.That(Inlined(page, "manifest").GetProperty("nodes").GetProperty("model.shop.b").GetProperty("description").GetString(), Does.StartWith("ends </script><script>"));
        Assert.That(Keys(Inlined(page, "catalog").GetProperty("nodes")), Is.EqualTo(new[] { "model.shop.a" }));
    }

    [Test]
    public async Task A_static_page_needs_a_manifest()
    {
        File.Delete(Path.Combine(project.Folder, "target", "manifest.json"));

        CommandRun run = await project.RunAsync("docs", "generate", "--static", "--no-compile");

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Errors, Does.Contain("target/manifest.json does not exist"));
    }

    private static JsonElement Inlined(string page, string name)
    {
        string from = page[(page.IndexOf($"id=\"{name}-data\">", StringComparison.Ordinal) + $"id=\"{name}-data\">".Length)..];
        return JsonDocument.Parse(from[..from.IndexOf("</script>", StringComparison.Ordinal)]).RootElement.Clone();
    }

    private JsonDocument Catalog() => JsonDocument.Parse(File.ReadAllText(Path.Combine(project.Folder, "target", "catalog.json")));

    private static string[] Keys(JsonElement element) => [.. element.EnumerateObject().Select(p => p.Name)];
}
