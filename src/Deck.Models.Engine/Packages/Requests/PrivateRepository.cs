namespace Deck.Models.Engine.Packages.Requests;

/// <summary>Addresses of `private:` packages: dbt's own where no platform gives it tokens, over SSH at the provider.</summary>
internal static class PrivateRepository
{
    /// <summary>The address, or null where the provider is unknown or wants another form of name.</summary>
    public static string? AddressOf(string name, string? provider) => provider switch
    {
        null or "github" => $"git@github.com:{name}.git",
        "gitlab" => $"git@gitlab.com:{name}.git",
        "ado" or "azure_devops" when name.Split('/').Length >= 3 => $"git@ssh.dev.azure.com:v3/{name}",
        _ => null,
    };

    public static string Explain(string name, string? provider) => provider is "ado" or "azure_devops"
        ? $"`{name}` should be `org/project/repo`, as provider `{provider}` has it"
        : $"`{provider}` is no provider: there are github, gitlab, ado and azure_devops";
}
