using Deck.Models.Text;

namespace Deck.Models.Engine.Packages;

/// <summary>Diagnostics of `deps`: what packages.yml asks for, where it comes from, how it is put in place.</summary>
public static class PackageCodes
{
    public static readonly DiagnosticCode BadPackagesFile = new(350, "packages are not asked for as they should be");

    public static readonly DiagnosticCode BadVersion = new(351, "not a semantic version");

    public static readonly DiagnosticCode UnknownPackage = new(352, "package that the hub does not have");

    public static readonly DiagnosticCode NoVersion = new(353, "no version of a package fits");

    public static readonly DiagnosticCode Conflict = new(354, "a package is asked for in ways that exclude each other");

    public static readonly DiagnosticCode NotAProject = new(355, "package is not a dbt project");

    public static readonly DiagnosticCode HubUnreachable = new(356, "hub or server not reachable");

    public static readonly DiagnosticCode BadHubAnswer = new(357, "answer of the hub cannot be read");

    public static readonly DiagnosticCode BadChecksum = new(358, "package does not have the checksum of the index");

    public static readonly DiagnosticCode BadArchive = new(359, "archive cannot be unpacked");

    public static readonly DiagnosticCode UnsafeArchive = new(360, "archive refused as unsafe");

    public static readonly DiagnosticCode GitMissing = new(361, "git is not installed");

    public static readonly DiagnosticCode GitFailed = new(362, "git failed");

    public static readonly DiagnosticCode UnknownRevision = new(363, "revision that a repository does not have");

    public static readonly DiagnosticCode Unpinned = new(364, "package without a fixed revision") { WarningName = "DepsUnpinned" };

    public static readonly DiagnosticCode BadLock = new(365, "package-lock.yml cannot be used");

    public static readonly DiagnosticCode UnsafeInstallPath = new(366, "packages folder that would hide the project");

    public static readonly DiagnosticCode NotInstalled = new(367, "package cannot be put in place");

    public static readonly DiagnosticCode SecretWithheld = new(368, "secret kept out of package-lock.yml") { WarningName = "DepsScrubbedPackageName" };

    public static readonly DiagnosticCode Moved = new(369, "package has moved") { WarningName = "PackageRedirectDeprecation" };
}
