namespace Deck.Models.Engine.Execution;

/// <summary>A PostgreSQL database (port).</summary>
public interface IDatabase : IAsyncDisposable
{
    /// <summary>The database's name: relations of another one cannot be reached.</summary>
    string Name { get; }

    /// <summary>Opens a connection with the profile's session settings (role, search_path, application name) in place.</summary>
    /// <exception cref="DatabaseException">The server cannot be reached or refuses.</exception>
    Task<IDatabaseSession> OpenSessionAsync(CancellationToken cancellation);
}
