using System.Diagnostics;
using System.Runtime.Versioning;
using Deck.Models.Cli.Tests.DeckProject;

namespace Deck.Models.Cli.Tests;

/// <summary>What kind of program the launcher builds, with a stand-in for the .NET SDK that "publishes" scripts which tell their kind.</summary>
[TestFixture]
[UnsupportedOSPlatform("windows")]
internal sealed class LauncherTests
{
    /// <summary>FAILS holds a pattern of the command lines that fail, REASON what they say then.</summary>
    private const string Sdk = """
        #!/bin/sh
        case "$*" in ${FAILS:-nothing}) echo "${REASON:-error: no luck} with $*"; exit 1 ;; esac
        while [ "$1" != -o ]; do shift; done
        folder=$2
        mkdir -p "$folder"
        case "$*" in
          *PublishAot=true*) kind=native ;;
          *) kind=managed; : >"$folder/deckmodel.dll" ;;
        esac
        printf '#!/bin/sh\necho %s "$@"\n' $kind >"$folder/deckmodel"
        chmod +x "$folder/deckmodel"
        """;

    private string folder;

    [SetUp]
    public void MakeRepository()
    {
        folder = Directory.CreateTempSubdirectory("deckmodel-launcher-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "src"));
        Directory.CreateDirectory(Path.Combine(folder, "scripts"));
        foreach (string path in (string[])["deckmodel", "scripts/common.sh"])
        {
            File.Copy(Path.Combine(Repository.Folder, path), Path.Combine(folder, path));
        }

        WriteProgram("dotnet", Sdk);
        WriteProgram("gcc", "#!/bin/sh\n");
    }

    [TearDown]
    public void RemoveRepository() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task The_tool_is_a_native_program_where_there_is_a_linker()
    {
        CommandRun run = await LaunchAsync("list", "--quiet");

        Assert.That(run.Out, Is.EqualTo("native list --quiet\n"), run.Text);
    }

    [Test]
    public async Task Where_the_native_build_fails_the_tool_runs_on_dotnet_without_a_word()
    {
        CommandRun run = await LaunchAsync("list", ("FAILS", "*PublishAot*"));

        Assert.That(run.Out, Is.EqualTo("managed list\n"), run.Text);
        Assert.That(run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(1).And.All.Contains("building the tool"));
    }

    [Test]
    public async Task A_native_build_that_is_asked_for_tells_why_it_fails()
    {
        CommandRun run = await LaunchAsync("list", ("FAILS", "*PublishAot*"), ("DECKMODEL_BUILD", "native"));

        Assert.That(run.ExitCode, Is.EqualTo(2), run.Text);
        Assert.That(run.Errors, Does.Contain("error: no luck").And.Contain("the native build failed"));
    }

    [Test]
    public async Task Sources_that_no_native_program_can_be_made_of_are_told()
    {
        CommandRun run = await LaunchAsync("list", ("FAILS", "*PublishAot*"), ("REASON", "a.dll : error IL3050: no compiler"));

        Assert.That(run.ExitCode, Is.EqualTo(2), run.Text);
        Assert.That(run.Errors, Does.Contain("error IL3050").And.Contain("hint: DECKMODEL_BUILD=managed"));
    }

    [Test]
    public async Task A_broken_source_is_told_once()
    {
        CommandRun run = await LaunchAsync("list", ("FAILS", "*"));

        Assert.That(run.ExitCode, Is.EqualTo(2), run.Text);
        Assert.That(run.Errors.Split("no luck"), Has.Length.EqualTo(2), run.Errors);
    }

    [Test]
    public async Task Another_kind_that_is_asked_for_is_built_once()
    {
        await LaunchAsync("list");
        CommandRun managed = await LaunchAsync("list", ("DECKMODEL_BUILD", "managed"));
        CommandRun again = await LaunchAsync("list", ("DECKMODEL_BUILD", "managed"));

        Assert.That(managed.Out, Is.EqualTo("managed list\n"), managed.Text);
        Assert.That((again.Out, again.Errors), Is.EqualTo(("managed list\n", "")), again.Text);
    }

    private Task<CommandRun> LaunchAsync(params string[] args) => LaunchAsync(args, []);

    private Task<CommandRun> LaunchAsync(string command, params (string Name, string Value)[] variables) => LaunchAsync([command], variables);

    private Task<CommandRun> LaunchAsync(string[] args, (string Name, string Value)[] variables)
    {
        ProcessStartInfo start = new(Path.Combine(folder, "deckmodel"), args) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = $"{Path.Combine(folder, "programs")}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment.Remove("DECKMODEL_BUILD");
        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        return PublishedTool.RunAsync(start, TestContext.CurrentContext.CancellationToken);
    }

    private void WriteProgram(string name, string text)
    {
        string path = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "programs")).FullName, name);
        File.WriteAllText(path, text);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
