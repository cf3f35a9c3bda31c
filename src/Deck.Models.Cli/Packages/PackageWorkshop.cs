using Deck.Models.Cli.Commands.Session;
using Deck.Models.Engine.Packages;
using Deck.Models.Text;

namespace Deck.Models.Cli.Packages;

/// <summary>The tools of one run of `deps`, put together: HTTP, git, archives, the packages folder.</summary>
internal sealed class PackageWorkshop : IDisposable
{
    private static readonly TimeSpan GitPatience = TimeSpan.FromMinutes(10);

    private readonly SocketsHttpHandler handler = new() { AutomaticDecompression = System.Net.DecompressionMethods.All };
    private readonly HttpClient client;
    private readonly StagingFolder staging;

    /// <remarks>The hub's address is one: <see cref="Check"/> has said so.</remarks>
    public PackageWorkshop(CliHost host, ProjectInvocation project, PackageProject root, IProgress<PackageEvent> progress)
    {
        DownloadLimits limits = new();
        Uri hub = HubClient.AddressFrom(project.Settings.Environment) ?? throw new InvalidOperationException("the hub has no address");
        client = new HttpClient(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        staging = new StagingFolder(InstallFolder(project, root));
        Downloader downloader = new(client, limits, host.Clock, progress);
        GitProgram git = new("git", project.Folder, project.Settings.Environment, GitPatience);
        PackageOrigins origins = new(
            new HubClient(hub, downloader, limits),
            new TarballFetcher(downloader, limits, staging),
            new GitFetcher(git, staging, new SecretMask(project.Settings.Environment)),
            path => path.StartsWith("~/", StringComparison.Ordinal) ? host.Resolve(path) : Path.GetFullPath(path, project.Folder));
        Store = new PackageStore(origins, new PackageInstaller(staging, (path, target) => Directory.CreateSymbolicLink(path, target), progress), progress);
    }

    public PackageStore Store { get; }

    /// <summary>What keeps `deps` from beginning: a hub without an address, a packages folder that would take the project's place.</summary>
    public static IEnumerable<Diagnostic> Check(CliHost host, ProjectInvocation project, PackageProject root)
    {
        if (HubClient.AddressFrom(host.Environment) is null)
        {
            yield return Diagnostic.Error(CliCodes.BadFlagValue, "DBT_PACKAGE_HUB_URL is not an address that begins with https:// or http://");
        }

        string install = InstallFolder(project, root);
        if ((project.Folder + Path.DirectorySeparatorChar).StartsWith(install + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            yield return Diagnostic.Error(PackageCodes.UnsafeInstallPath, $"`packages-install-path: {root.InstallPath}` is the project's own folder or one above it")
                .WithHint("name a folder that holds packages only, such as dbt_packages");
        }
    }

    public void Dispose()
    {
        staging.Dispose();
        client.Dispose();
        handler.Dispose();
    }

    private static string InstallFolder(ProjectInvocation project, PackageProject root) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(root.InstallPath, project.Folder));
}
