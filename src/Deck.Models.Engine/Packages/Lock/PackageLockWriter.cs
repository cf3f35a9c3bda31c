using System.Text;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Engine.Packages.Resolution;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Packages.Lock;

/// <summary>Writes package-lock.yml as dbt does: keys in alphabetical order, lists indented.</summary>
public static class PackageLockWriter
{
    /// <param name="hash">The hash of the requests that the lock answers.</param>
    public static Checked<LockText> Write(ResolvedPackages resolved, string hash, SecretMask mask)
    {
        List<Diagnostic> diagnostics = [];
        StringBuilder text = new(resolved.Packages.IsEmpty ? "packages: []\n" : "packages:\n");
        foreach (PackageContents package in resolved.Packages)
        {
            string start = "  - ";
            foreach ((string key, string? value) in Describe(package))
            {
                if (value is not null)
                {
                    text.Append(start).Append(key).Append(": ");
                    YamlScalarWriter.TryWrite(text, Value.Of(Hide(package, value, mask, diagnostics)), 4, folds: false);
                    text.Append('\n');
                    start = "    ";
                }
            }
        }

        text.Append("sha1_hash: ");
        YamlScalarWriter.TryWrite(text, Value.Of(hash), 0, folds: false);
        return Check.Ok(new LockText(text.Append('\n').ToString()), diagnostics);
    }

    private static IEnumerable<(string Key, string? Value)> Describe(PackageContents package) => package.Pin switch
    {
        HubPin hub => [("name", package.Project), ("package", hub.Package), ("version", hub.Release.Version)],
        GitPin { IsPrivate: true } git => [("name", package.Project), ("private", git.Written), ("provider", git.Provider), ("revision", git.Revision), ("subdirectory", git.Subdirectory)],
        GitPin git => [("git", git.Written), ("name", package.Project), ("revision", git.Revision), ("subdirectory", git.Subdirectory)],
        LocalPin local => [("local", local.Folder), ("name", package.Project)],
        TarballPin archive => [("name", package.Project), ("tarball", archive.Written)],
        _ => throw new InvalidOperationException($"unknown package {package.Pin.Identity}"),
    };

    private static string Hide(PackageContents package, string value, SecretMask mask, List<Diagnostic> diagnostics)
    {
        string shown = mask.HideValues(value);
        if (shown != value)
        {
            diagnostics.Add(package.Pin.Place(Diagnostic.Warning(PackageCodes.SecretWithheld, $"the address of `{package.Project}` holds a secret, which is not written to package-lock.yml"))
                .WithHint("write it as `{{ env_var('DBT_ENV_SECRET_…') }}`, so that it can be put in again"));
        }

        return shown;
    }
}
