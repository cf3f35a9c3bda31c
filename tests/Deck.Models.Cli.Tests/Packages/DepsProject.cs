using System.Collections.Immutable;
using Deck.Models.Testing;

namespace Deck.Models.Cli.Tests.Packages;

/// <summary>A project that asks for packages, with a hub of its own and pauses that take no time.</summary>
internal sealed class DepsProject : IDisposable
{
    private readonly TestHost host;

    public DepsProject(params (string Name, string Value)[] environment)
    {
        host = new TestHost
        {
            Clock = new InstantClock(),
            Environment = environment.ToImmutableDictionary(e => e.Name, e => e.Value).SetItem("DBT_PACKAGE_HUB_URL", Hub.Url),
        };
        host.With("dbt_project.yml", "name: shop\nprofile: shop\n");
        host.With("profiles.yml", "shop: {target: dev, outputs: {dev: {type: postgres, host: h, user: u, password: p, dbname: d, schema: s}}}\n");
    }

    public LocalHub Hub { get; } = new();

    public string Folder => host.Folder;

    public string Out => host.Out;

    public string Errors => host.Errors;

    public string Text => $"{Out}\n{Errors}";

    public string Lock => Read("package-lock.yml");

    /// <summary>The names in the packages folder, hidden ones too.</summary>
    public string Installed => Directory.Exists(Path.Combine(Folder, "dbt_packages"))
        ? string.Join(' ', Directory.EnumerateFileSystemEntries(Path.Combine(Folder, "dbt_packages")).Select(Path.GetFileName).Order(StringComparer.Ordinal))
        : "none";

    public DepsProject With(string path, string content)
    {
        host.With(path, content);
        return this;
    }

    /// <summary>Writes packages.yml.</summary>
    /// <param name="entries">Each a mapping in one line.</param>
    public DepsProject Asking(params string[] entries) => With("packages.yml", "packages:\n" + string.Concat(entries.Select(e => $"  - {{{e}}}\n")));

    public string Read(string path) => File.ReadAllText(Path.Combine(Folder, path));

    public bool Has(string path) => Path.Exists(Path.Combine(Folder, path));

    public Task<int> RunAsync(params string[] args) => host.RunAsync(args);

    /// <summary>Runs `deps` and expects it to end well.</summary>
    public async Task DepsAsync(params string[] args) => Assert.That(await RunAsync(["deps", .. args]), Is.EqualTo(ExitCodes.Success), () => Text);

    /// <summary>Runs `deps` and expects it to stop with an error of this code.</summary>
    public async Task RefusedAsync(string code, params string[] args)
    {
        Assert.That(await RunAsync(["deps", .. args]), Is.EqualTo(ExitCodes.Unusable), () => Text);
        Assert.That(Errors, Does.Contain($"error {code}"));
    }

    public void Dispose()
    {
        Hub.Dispose();
        host.Dispose();
    }
}
