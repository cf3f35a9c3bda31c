using Deck.Models.Engine.Packages;
using Deck.Models.Engine.Packages.Lock;
using Deck.Models.Engine.Packages.Requests;
using Deck.Models.Engine.Packages.Resolution;
using Deck.Models.Testing.Cases;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Packages;

/// <summary>From packages.yml to package-lock.yml: what is chosen, and what is said where nothing can be.</summary>
public sealed class PackageResolverTests
{
    [TestCaseSource(nameof(Cases))]
    public async Task Packages_are_resolved(CaseFolder folder)
    {
        InvocationSettings settings = CaseSettings.Of(folder);
        List<Diagnostic> diagnostics = [];
        Checked<PackagesFile> wanted = PackagesFileReader.ReadRoot(folder.Files, settings);
        diagnostics.AddRange(wanted.Diagnostics);
        string text = "";
        if (wanted.Succeeded(out PackagesFile? packages))
        {
            PackageResolver resolver = new(new ResolutionSettings(settings, "root_project", ChecksVersions: true), new CasePackageStore(folder));
            Checked<ResolvedPackages> resolved = await resolver.ResolveAsync(packages.Requests, CancellationToken.None);
            diagnostics.AddRange(resolved.Diagnostics);
            if (resolved.Succeeded(out ResolvedPackages? found))
            {
                Checked<LockText> written = PackageLockWriter.Write(found, packages.Hash, new SecretMask(settings.Environment));
                diagnostics.AddRange(written.Diagnostics);
                text = written.Value!.Content;
            }
        }

        folder.Check("expected.diagnostics", DiagnosticList.Format(diagnostics));
        folder.Check("expected.lock", text);
    }

    private static IEnumerable<TestCaseData<CaseFolder>> Cases() => CaseFolder.Beside();
}
