using System.Diagnostics;
using Deck.Models.Testing.Databases;

namespace Deck.Models.Cli.Tests.Commands;

/// <summary>deckmodel as a process of its own, and what its sessions do in the server.</summary>
internal static class ProcessRun
{
    /// <param name="url">The connection, where it is not the profile's.</param>
    public static Process Start(TestProject project, string command, string? url = null)
    {
        ProcessStartInfo start = PublishedTool.Command(project.Folder, command, "--project-dir", project.Folder);
        if (url is not null)
        {
            start.Environment["DECKMODEL_DATABASE_URL"] = url;
        }

        return PublishedTool.Start(start);
    }

    /// <summary>The project's connection by way of a proxy.</summary>
    public static string Through(TestProject project, CountingProxy proxy)
    {
        string user = Uri.EscapeDataString(project.Database.Endpoint?.User ?? project.Database.Profile.User);
        return $"postgresql://{user}:{Uri.EscapeDataString(project.Database.Profile.Password)}@127.0.0.1:{proxy.Port}/{project.Database.Name}?schema=analytics";
    }

    public static async Task SendAsync(string signal, Process process)
    {
        using Process kill = Process.Start("/bin/kill", [$"-{signal}", $"{process.Id}"]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Looks until a session of the run is in the wanted state.</summary>
    public static async Task UntilAsync(TestProject project, Process process, string condition)
    {
        await project.Database.UntilAsync(condition, process.WaitForExitAsync());
        Assert.That(process.HasExited, Is.False, "the run has ended");
    }
}
