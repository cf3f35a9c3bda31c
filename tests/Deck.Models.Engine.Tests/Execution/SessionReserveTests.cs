using Deck.Models.Engine.Execution;
using Deck.Models.Testing.Databases;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Execution;

/// <summary>Which session comes next, and what becomes of those that nobody took.</summary>
[TestFixture]
internal sealed class SessionReserveTests
{
    [Test]
    public async Task A_session_given_back_comes_before_those_that_are_being_opened()
    {
        await using SessionReserve reserve = new(new FakeDatabase());
        IDatabaseSession first = await reserve.OpenSessionAsync(CancellationToken.None);

        reserve.Prepare(2, CancellationToken.None);
        reserve.Return(first);

        Assert.That(await reserve.OpenSessionAsync(CancellationToken.None), Is.SameAs(first));
    }

    [Test]
    public async Task What_nobody_took_is_closed_at_the_end()
    {
        FakeDatabase database = new();
        SessionReserve reserve = new(database);
        IDatabaseSession first = await reserve.OpenSessionAsync(CancellationToken.None);
        reserve.Prepare(2, CancellationToken.None);
        reserve.Return(first);

        await reserve.DisposeAsync();

        Assert.That((database.SessionsOpened, database.SessionsOpen), Is.EqualTo((3, 0)));
    }
}
