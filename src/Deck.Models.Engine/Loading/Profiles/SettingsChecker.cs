using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Profiles;

/// <summary>Checks an output as a whole: its type, what it needs, values that only some texts may have.</summary>
internal static class SettingsChecker
{
    private static readonly string[] AlwaysNeeded = ["dbname", "schema"];
    private static readonly string[] NeededForServer = ["host", "user", "dbname", "schema"];

    public static void Check(ConnectionSettings settings, YamlMapping output, ProfileNames names, List<Diagnostic> diagnostics)
    {
        string type = settings.Text("type") ?? "";
        if (type != "postgres")
        {
            string message = type.Length == 0 ? $"target `{names.Target}` needs the key `type`" : $"target `{names.Target}` is of the type `{type}`; only `postgres` is known";
            diagnostics.Add(Diagnostic.Error(type.Length == 0 ? ProfileCodes.MissingKey : ProfileCodes.UnsupportedAdapter, message, PlaceOf(output, "type"))
                .WithHint("type: postgres"));
            return;
        }

        string? server = settings.Text("server");
        if (server is not null && server != "local")
        {
            diagnostics.Add(Diagnostic.Error(ProfileCodes.WrongType, $"`server` is `local` or absent, not `{server}`", PlaceOf(output, "server")));
        }

        foreach (string key in server == "local" ? AlwaysNeeded : NeededForServer)
        {
            if (!settings.TryGetText(key, out _))
            {
                diagnostics.Add(Diagnostic.Error(ProfileCodes.MissingKey, $"target `{names.Target}` needs the key `{key}`", PlaceOf(output, key)));
            }
        }

        if (settings.Text("sslmode") is { } mode && !ConnectionKeys.SslModes.Contains(mode))
        {
            diagnostics.Add(Diagnostic.Error(ProfileCodes.WrongType, $"`sslmode` cannot be `{mode}`", PlaceOf(output, "sslmode"))
                .WithHint($"one of {string.Join(", ", ConnectionKeys.SslModes.Order(StringComparer.Ordinal))}"));
        }
    }

    private static Location PlaceOf(YamlMapping output, string key) => output.TryFind(key, out YamlNode? value) ? value.Location : output.Location;
}
