using Deck.Models.Text;

namespace Deck.Models.Engine.Reporting;

/// <summary>A diagnostic outside any node's result.</summary>
public sealed record DiagnosticRaised(DateTimeOffset At, Diagnostic Diagnostic) : RunEvent(At);
