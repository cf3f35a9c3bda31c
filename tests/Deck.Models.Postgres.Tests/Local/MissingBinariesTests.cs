using System.Collections.Immutable;
using Deck.Models.Postgres.Local;
using Deck.Models.Testing.Databases;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Postgres.Tests.Local;

/// <summary>What is said where PostgreSQL is not installed, and where paths are long.</summary>
public sealed class MissingBinariesTests
{
    [Test]
    public async Task A_named_folder_without_the_programs_is_reported()
    {
        LocalServerOptions options = PostgresFixture.OptionsFor("/nowhere") with { Environment = ImmutableDictionary<string, string>.Empty.Add("DECKMODEL_PG_BIN", "/nowhere/bin") };

        Diagnostic diagnostic = (await LocalServer.StartAsync(options, null, CancellationToken.None)).Diagnostics.Single();

        Assert.That(diagnostic.Code, Is.EqualTo(LocalServerCodes.NoBinaries));
        Assert.That(diagnostic.Message, Does.Contain("`/nowhere/bin`"));
    }

    [TestCase("ID=debian\nVERSION_ID=\"12\"\n", true, "install it with `apt-get install postgresql`")]
    [TestCase("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n", false, "install it with `sudo apt-get install postgresql`")]
    [TestCase("ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n", false, "install it with `sudo dnf install postgresql-server`")]
    [TestCase("ID=alpine\n", true, "install it with `apk add postgresql`")]
    [TestCase("", true, "install PostgreSQL's server (`initdb`, `pg_ctl`, `postgres`) with this system's packages")]
    public void The_command_is_the_distribution_s(string osRelease, bool isRoot, string advice) => Assert.That(InstallAdvice.For(osRelease, isRoot), Is.EqualTo(advice));

    [Test]
    public void A_socket_path_that_would_be_too_long_moves_to_a_short_folder()
    {
        LocalServerOptions options = PostgresFixture.OptionsFor("/home/someone/" + new string('x', 120)) with { Environment = ImmutableDictionary<string, string>.Empty };

        Assert.That(ClusterPaths.Of(options, isRoot: false).SocketFolder, Does.StartWith("/tmp/deckmodel-"));
        Assert.That(ClusterPaths.Of(options, isRoot: true).SocketFolder, Does.StartWith("/var/lib/deckmodel/"));
    }
}
