namespace Deck.Models.Postgres.Sessions;

/// <summary>Where the private server listens and as whom to connect.</summary>
/// <param name="SocketDirectory">The folder of the Unix socket.</param>
/// <param name="Port">The number in the socket's name.</param>
/// <param name="User">The superuser that the cluster was made with.</param>
public sealed record LocalEndpoint(string SocketDirectory, int Port, string User);
