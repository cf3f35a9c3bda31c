using Deck.Models.Testing.Databases;
using NUnit.Framework;

/// <summary>Gives the test server back when the last test is done.</summary>
[SetUpFixture]
#pragma warning disable CA1050 // Outside every namespace, so that it covers them all.
public sealed class PostgresTeardown : PostgresFixture;
