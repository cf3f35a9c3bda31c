using System.Runtime.CompilerServices;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Resolution;
using Deck.Models.Testing.Files;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Compilation;

/// <summary>The project of this repository, compiled without a database.</summary>
public sealed class DeckProjectTests
{
    [Test]
    public void Every_model_test_and_analysis_compiles()
    {
        string root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../.."));
        InvocationSettings settings = CompiledProject.Settings() with
        {
            DatabaseUrl = null,
            TargetName = "local",
            ProfilesFile = new SourceText("profiles.yml", File.ReadAllText(Path.Combine(root, "profiles.yml"))),
        };
        Checked<ProjectSources> loaded = ProjectLoader.Load(new FolderProjectFiles(root), settings);
        Checked<Manifest> resolved = ManifestBuilder.Build(loaded.Value!);
        Assert.That(CompiledProject.Describe(resolved.Diagnostics), Is.Empty);

        CompiledProject project = CompiledProject.Of(resolved);
        CompilationSession session = new(project.Manifest);
        string problems = CompiledProject.Describe(project.Manifest.Nodes
            .Where(n => n is not UnitTestNode)
            .SelectMany(n => ModelCompiler.Compile(n, new CompilationScope { Session = session }).Diagnostics));
        Assert.That(problems, Is.Empty);
        Assert.That(project.Sql("user_segmentation"), Does.Contain("select * from \"").And.Contain("in ('opened_website', 'book_with_deck', 'click_directions', 'click_phone')"));
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
