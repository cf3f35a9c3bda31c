namespace Deck.Models.Cli.Tests.DeckProject;

/// <summary>The DECK project, built once on its sample for all fixtures of this namespace.</summary>
[SetUpFixture]
internal sealed class DeckBuild
{
    private static TestProject? project;

    private static CommandRun? build;

    private static string? results;

    public static TestProject Project => project ?? throw new InvalidOperationException("the DECK project is not open");

    public static CommandRun Build => build ?? throw new InvalidOperationException("the DECK project is not built");

    /// <summary>The build's run_results.json, which later commands overwrite.</summary>
    public static string Results => results ?? throw new InvalidOperationException("the DECK project is not built");

    [OneTimeSetUp]
    public async Task BuildOnce()
    {
        project = await TestProject.OpenAsync(Repository.Folder);
        build = await project.RunAsync(CancellationToken.None, "build", "--target", "ci");
        results = project.Read("target/run_results.json");
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        if (project is not null)
        {
            await project.DisposeAsync();
        }
    }

    /// <summary>Runs a command on the built sample.</summary>
    public static Task<CommandRun> RunAsync(params string[] args) => Project.RunAsync([.. args, "--target", "ci"]);
}
