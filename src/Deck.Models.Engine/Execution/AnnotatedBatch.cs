using Deck.Models.Engine.Planning;

namespace Deck.Models.Engine.Execution;

/// <summary>A node's batch in an exchange that other nodes share, with the node's own comment.</summary>
public sealed record AnnotatedBatch(SqlBatch Batch, QueryComment Comment);
