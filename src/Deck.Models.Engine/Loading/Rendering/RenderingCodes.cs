using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Rendering;

/// <summary>Diagnostics of rendering the strings of YAML files.</summary>
public static class RenderingCodes
{
    public static readonly DiagnosticCode MissingEnvironmentVariable = new(330, "environment variable is not set");

    public static readonly DiagnosticCode MissingVariable = new(331, "variable is not given");

    public static readonly DiagnosticCode SecretOutsideProfiles = new(332, "secret used outside profiles.yml and packages.yml");
}
