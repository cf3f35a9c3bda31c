using System.Text;
using System.Text.RegularExpressions;
using Deck.Models.Testing.Cases;

namespace Deck.Models.Cli.Tests;

/// <summary>Commands as their user sees them: a project, the command lines of the file `command`, and all that they say.</summary>
/// <remarks>`setup.sql` runs on the database first, with `DATABASE` in it for the database's name; `teardown.sql` at the end.</remarks>
[TestFixture]
internal sealed class CommandCaseTests
{
    public static IEnumerable<TestCaseData<CaseFolder>> Cases => CaseFolder.Beside();

    [TestCaseSource(nameof(Cases))]
    public async Task Commands_say_what_is_expected(CaseFolder files)
    {
        await using TestProject project = await TestProject.CreateAsync(files);
        await RunSqlAsync(project, files.Read("setup.sql"));
        StringBuilder said = new();
        foreach (string command in (files.Read("command") ?? "parse").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            CommandRun run = await project.RunAsync(WordsOf(command));
            said.Append($"$ deckmodel {command}\n").Append(run.Out).Append(run.Errors).Append($"exit {run.ExitCode}\n\n");
        }

        await RunSqlAsync(project, files.Read("teardown.sql"));
        files.Check("expected.output", project.Neutral(said.ToString()));
    }

    private static async Task RunSqlAsync(TestProject project, string? sql)
    {
        if (sql is not null)
        {
            await project.Database.RunAsync(sql.Replace("DATABASE", project.Database.Name).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        }
    }

    /// <summary>Words as a shell splits them: single quotes keep spaces.</summary>
    private static string[] WordsOf(string command) => [.. Regex.Matches(command, "'([^']*)'|(\\S+)").Select(m => m.Groups[1].Success ? m.Groups[1].Value : m.Groups[2].Value)];
}
