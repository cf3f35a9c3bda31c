using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Deck.Models.Cli.Documentation;

namespace Deck.Models.Cli.Tests.Commands;

/// <summary>What the server of the documentation gives, and what it keeps to itself.</summary>
[TestFixture]
internal sealed class DocsServeTests
{
    private CancellationTokenSource stop = null!;
    private DirectoryInfo folder = null!;
    private FolderServer server = null!;
    private Task serving = null!;

    [SetUp]
    public void Start()
    {
        stop = new CancellationTokenSource();
        folder = Directory.CreateTempSubdirectory("deckmodel-docs-");
        Directory.CreateDirectory(Path.Combine(folder.FullName, "target", "assets"));
        File.WriteAllText(Path.Combine(folder.FullName, "secret.txt"), "secret");
        File.WriteAllText(Path.Combine(folder.FullName, "target", "index.html"), "<p>page</p>");
        File.WriteAllText(Path.Combine(folder.FullName, "target", "manifest.json"), "{}");
        File.WriteAllText(Path.Combine(folder.FullName, "target", "assets", "a b.svg"), "<svg/>");
        File.CreateSymbolicLink(Path.Combine(folder.FullName, "target", "link.txt"), Path.Combine(folder.FullName, "secret.txt"));
        server = FolderServer.Start(Path.Combine(folder.FullName, "target"), "127.0.0.1", 0);
        serving = server.RunAsync(stop.Token);
    }

    [TearDown]
    public async Task End()
    {
        await stop.CancelAsync();
        await serving;
        server.Dispose();
        stop.Dispose();
        folder.Delete(recursive: true);
    }

    [TestCase("/", "200 OK", "text/html", "<p>page</p>")]
    [TestCase("/index.html?cb=1", "200 OK", "text/html", "<p>page</p>")]
    [TestCase("/manifest.json", "200 OK", "application/json", "{}")]
    [TestCase("/assets/a%20b.svg", "200 OK", "image/svg+xml", "<svg/>")]
    [TestCase("/assets", "404 Not Found", "text/plain", "404 Not Found")]
    [TestCase("/nothing.json", "404 Not Found", "text/plain", "404 Not Found")]
    [TestCase("/../secret.txt", "404 Not Found", "text/plain", "404 Not Found")]
    [TestCase("/%2e%2e/secret.txt", "404 Not Found", "text/plain", "404 Not Found")]
    [TestCase("/assets/..%2f..%2fsecret.txt", "404 Not Found", "text/plain", "404 Not Found")]
    [TestCase("//etc/passwd", "404 Not Found", "text/plain", "404 Not Found")]
    [TestCase("/link.txt", "404 Not Found", "text/plain", "404 Not Found")]
    public async Task Only_files_of_the_folder_are_given(string path, string status, string type, string content)
    {
        string answer = await AskAsync($"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");

        Assert.That(answer, Does.StartWith($"HTTP/1.1 {status}\r\nContent-Type: {type}"));
        Assert.That(answer, Does.EndWith($"\r\n\r\n{content}"));
    }

    [TestCase("HEAD / HTTP/1.1\r\nHost: 127.0.0.1:80\r\n\r\n", "200 OK")]
    [TestCase("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", "405 Method Not Allowed")]
    [TestCase("GET / HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n", "421 Misdirected Request")]
    [TestCase("nonsense\r\n\r\n", "400 Bad Request")]
    public async Task Only_local_readers_are_answered(string request, string status)
    {
        string answer = await AskAsync(request);

        Assert.That(answer, Does.StartWith($"HTTP/1.1 {status}\r\n"));
        Assert.That(answer.EndsWith("</p>", StringComparison.Ordinal), Is.False);
    }

    [Test]
    public async Task The_command_writes_the_page_and_ends_with_an_interrupt()
    {
        await using TestProject project = await TestProject.CreateAsync();

        using Process process = PublishedTool.Start(PublishedTool.Command(project.Folder, "docs", "serve", "--port", "0"));
        string? said = await process.StandardOutput.ReadLineAsync();
        await ProcessRun.SendAsync("INT", process);
        await process.WaitForExitAsync();

        Assert.That(process.ExitCode, Is.Zero, await process.StandardError.ReadToEndAsync());
        Assert.That(said, Does.Match("^Serving target/ at http://127.0.0.1:[0-9]+; Ctrl-C ends it"));
        Assert.That(project.Read("target/index.html"), Does.Contain("manifest-data"));
    }

    [Test]
    public async Task A_port_in_use_is_told()
    {
        await using TestProject project = await TestProject.CreateAsync();

        CommandRun run = await project.RunAsync("docs", "serve", "--port", server.Port.ToString());

        Assert.That(run.ExitCode, Is.EqualTo(1), run.Text);
        Assert.That(run.Errors, Does.Contain("DECK0913").And.Contain($"port {server.Port} of `127.0.0.1`"));
    }

    private async Task<string> AskAsync(string request)
    {
        using TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, server.Port);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using StreamReader reader = new(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
