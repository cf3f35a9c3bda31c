using System.Diagnostics;
using System.Globalization;
using Deck.Models.Postgres.Sessions;

namespace Deck.Models.Postgres.Local;

/// <summary>What a server wrote into `postmaster.pid` about itself.</summary>
internal sealed record PidFile(int ProcessId, int Port, string SocketFolder)
{
    /// <summary>True where the process of that number is this data folder's server: numbers are used again, above all in containers.</summary>
    public bool IsAlive(string dataFolder)
    {
        try
        {
            using Process process = Process.GetProcessById(ProcessId);
            return !process.HasExited && process.ProcessName.StartsWith("post", StringComparison.Ordinal) && Serves(dataFolder);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>True where any process has the number now.</summary>
    public bool NumberIsTaken
    {
        get
        {
            try
            {
                using Process process = Process.GetProcessById(ProcessId);
                return !process.HasExited;
            }
            catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
            {
                return false;
            }
        }
    }

    public LocalEndpoint Endpoint => new(SocketFolder, Port, Cluster.Superuser);

    /// <summary>Lines: process, data folder, start, port, socket folder, … Null where there is no file, or the server has not yet come to its socket.</summary>
    public static PidFile? TryRead(string path)
    {
        try
        {
            string[] lines = File.ReadAllLines(path);
            bool complete = lines.Length >= 5 && lines[4].Trim().Length > 0;
            return complete && int.TryParse(lines[0], CultureInfo.InvariantCulture, out int id) && int.TryParse(lines[3], CultureInfo.InvariantCulture, out int port)
                ? new PidFile(id, port, lines[4].Trim())
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>By its command line, which `pg_ctl` writes; where the system does not show it, the name must do.</summary>
    private bool Serves(string dataFolder)
    {
        try
        {
            string commandLine = $"/proc/{ProcessId}/cmdline";
            return !File.Exists(commandLine) || File.ReadAllText(commandLine).Contains(dataFolder, StringComparison.Ordinal);
        }
        catch (Exception hidden) when (hidden is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }
}
