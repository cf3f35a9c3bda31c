using Deck.Models.Engine.Resolution.Properties;

namespace Deck.Models.Engine.Resolution.Tests;

/// <summary>A generic test as written, and what it is written below.</summary>
internal sealed record DeclaredTest(TestTarget Target, TestUse Use);
