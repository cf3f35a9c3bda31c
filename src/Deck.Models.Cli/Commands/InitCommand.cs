using System.Text;
using Deck.Models.Cli.Commands.Options;
using Deck.Models.Cli.Console;
using Deck.Models.Cli.Files;
using Deck.Models.Text;
using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli.Commands;

/// <summary>`deckmodel init`: writes a small project that builds at once. Never overwrites a file.</summary>
internal sealed class InitCommand : Command
{
    public override string Name => "init";

    public override string Summary => "Start a new project in a folder of its own.";

    public override string Examples => """
        deckmodel init shop          a project `shop` in ./shop
        cd shop && deckmodel build   build and test it on a private PostgreSQL
        """;

    protected override CommandAction Configure(CommandLineApplication command, CliHost host)
    {
        CommandArgument name = command.Argument("NAME", "Name of the project: letters, digits and _.").OrElse("`init` takes the NAME of the project");
        AcceptedFlags.Accept(command, "-s|--skip-profile-setup", CommandOptionType.NoValue);
        AcceptedFlags.Accept(command, "--skip-debug", CommandOptionType.NoValue);
        return _ => Task.FromResult(Write(host, name.Value ?? ""));
    }

    private static int Write(CliHost host, string name)
    {
        if (!IsName(name))
        {
            return Fail(host, Diagnostic.Error(CliCodes.BadUsage, $"`{name}` cannot name a project")
                .WithHint("use letters, digits and underscores, starting with a letter"));
        }

        string folder = host.Resolve(name);
        var files = StarterProject.FilesOf(name);
        string? taken = files.Select(f => f.Path).FirstOrDefault(path => File.Exists(Path.Combine(folder, path)));
        if (taken is not null)
        {
            return Fail(host, Diagnostic.Error(CliCodes.AlreadyExists, $"`{name}/{taken}` exists already").WithHint("choose another name, or move the file away"));
        }

        foreach ((string path, string content) in files)
        {
            AtomicFile.Write(Path.Combine(folder, path), stream => stream.Write(Encoding.UTF8.GetBytes(content)));
        }

        host.Out.WriteLine($"Wrote {files.Length} files to {name}/. Next: cd {name} && deckmodel build");
        return ExitCodes.Success;
    }

    private static int Fail(CliHost host, Diagnostic diagnostic)
    {
        host.Announcer.Print(diagnostic);
        return ExitCodes.Unusable;
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= 63 && char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
