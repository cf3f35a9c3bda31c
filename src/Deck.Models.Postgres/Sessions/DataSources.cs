using Npgsql;

namespace Deck.Models.Postgres.Sessions;

/// <summary>Makes Npgsql's data sources: the only way to them, since Npgsql reads its switches once, at its first command.</summary>
internal static class DataSources
{
    // SQL goes to the server as it is written: Npgsql's own search for semicolons and `@name` stays out of it.
    static DataSources() => AppContext.SetSwitch("Npgsql.EnableSqlRewriting", false);

    public static NpgsqlDataSource Of(NpgsqlConnectionStringBuilder settings)
    {
        NpgsqlSlimDataSourceBuilder builder = new(settings.ConnectionString);

        // Results are text, so the driver needs no types of the database: spares a query at every first connection.
        builder.ConfigureTypeLoading(types => types.EnableTypeLoading(false));
        if (settings.SslMode != SslMode.Disable)
        {
            builder.EnableTransportSecurity();
        }

        return builder.Build();
    }
}
