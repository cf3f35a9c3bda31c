using Deck.Models.Engine.Resolution;
using Deck.Models.Testing.Cases;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Resolution;

/// <summary>Projects with mistakes, as folders: what their user reads.</summary>
public sealed class ResolutionCaseTests
{
    public static IEnumerable<TestCaseData<CaseFolder>> Cases => CaseFolder.Beside();

    [TestCaseSource(nameof(Cases))]
    public void A_project_gives_the_expected_diagnostics(CaseFolder project)
    {
        Checked<Manifest> resolved = SmallProject.Resolve(project.Files);

        project.Check("expected.diagnostics", DiagnosticList.Format(resolved.Diagnostics));
    }
}
