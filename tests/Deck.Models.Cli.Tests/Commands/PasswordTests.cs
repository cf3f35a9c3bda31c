using Deck.Models.Testing.Databases;

namespace Deck.Models.Cli.Tests.Commands;

/// <summary>Passwords on the command line's way to a server that asks for them: told apart, and never shown.</summary>
[TestFixture]
internal sealed class PasswordTests
{
    private PasswordServer server = null!;

    [OneTimeSetUp]
    public async Task StartServer() => server = await PasswordServer.StartAsync();

    [OneTimeTearDown]
    public async Task StopServer() => await server.DisposeAsync();

    [TestCase("wrong-Secret-2", "profiles.yml:9:17: error DECK0455: the server refused the password of `keeper`")]
    [TestCase("", "error DECK0455: the server wants a password for `keeper`, and the profile gives none")]
    public async Task A_password_that_does_not_fit_is_told_at_its_key(string password, string message)
    {
        using TestHost host = Host(password);
        Assert.That(await host.RunAsync("run"), Is.EqualTo(ExitCodes.Unusable));
        Assert.That(host.Errors, Does.Contain(message).And.Contain("hint: ").And.Not.Contain("Secret-"));
    }

    [Test]
    public async Task The_right_password_is_nowhere_in_what_a_run_leaves()
    {
        using TestHost host = Host(PasswordServer.Secret);
        Assert.That(await host.RunAsync("debug", "--debug"), Is.EqualTo(ExitCodes.Success), host.Errors);
        await host.RunAsync("run", "--debug");
        string[] left = [.. Directory.EnumerateFiles(host.Folder, "*", SearchOption.AllDirectories).Select(File.ReadAllText)];
        Assert.That(left, Has.Length.GreaterThan(4));
        Assert.That(host.Out + host.Errors + string.Concat(left), Does.Not.Contain(PasswordServer.Secret));
    }

    private TestHost Host(string password)
    {
        TestHost host = new() { Environment = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add("DBT_ENV_SECRET_PASSWORD", password) };
        return host
            .With("project.yml", "name: shop\nversion: '1'\nprofile: shop\n")
            .With("models/a.sql", "select 1 as id\n")
            .With("profiles.yml", $$$"""
                shop:
                  target: dev
                  outputs:
                    dev:
                      type: postgres
                      host: "{{{server.Endpoint.SocketDirectory}}}"
                      port: {{{server.Endpoint.Port}}}
                      user: keeper
                      password: "{{ env_var('DBT_ENV_SECRET_PASSWORD') }}"
                      dbname: postgres
                      schema: analytics
                """);
    }
}
