namespace Deck.Models.Postgres.Local;

/// <summary>The private server's configuration, written anew before every start.</summary>
internal static class ServerSettings
{
    public const string FileName = "deckmodel.conf";

    /// <remarks>
    /// Its tables can be built again, so a commit need not wait for the disk (synchronous_commit = off loses at most the last moments after a
    /// crash); fsync stays on, since a power cut would else leave a cluster that cannot start. wal_level = minimal lets `create table as` and COPY
    /// skip the log. UTC makes dates from timestamps the same on every machine.
    /// </remarks>
    public static string Of(ClusterPaths paths) => $"""
        # Written by deckmodel before every start: changes here do not last.
        listen_addresses = ''
        port = {ClusterPaths.Port}
        unix_socket_directories = '{ListElement(paths.SocketFolder)}'
        unix_socket_permissions = 0700
        synchronous_commit = off
        wal_level = minimal
        max_wal_senders = 0
        max_wal_size = 4GB
        checkpoint_timeout = 30min
        shared_buffers = 256MB
        work_mem = 32MB
        maintenance_work_mem = 128MB
        max_connections = 100
        jit = off
        timezone = 'UTC'
        log_timezone = 'UTC'
        log_checkpoints = off
        logging_collector = off
        lc_messages = 'C'

        """;

    /// <summary>A folder as an element of a comma-separated list inside a quoted setting.</summary>
    private static string ListElement(string folder) =>
        $"\"{folder.Replace("\"", "\"\"", StringComparison.Ordinal)}\"".Replace("'", "''", StringComparison.Ordinal);
}
