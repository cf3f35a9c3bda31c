using Deck.Models.Engine.Loading;
using Deck.Models.Testing.Cases;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Loading;

/// <summary>What goes wrong while a project is loaded: one folder for each kind of mistake.</summary>
public sealed class ProjectLoaderTests
{
    [TestCaseSource(nameof(Cases))]
    public void A_mistake_is_reported(CaseFolder folder)
    {
        Checked<ProjectSources> loaded = ProjectLoader.Load(folder.Files, CaseSettings.Of(folder));

        folder.Check("expected.diagnostics", DiagnosticList.Format(loaded.Diagnostics));
    }

    private static IEnumerable<TestCaseData<CaseFolder>> Cases() => CaseFolder.Beside();
}
