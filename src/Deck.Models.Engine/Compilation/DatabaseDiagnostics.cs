using Deck.Models.Engine.Execution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation;

/// <summary>Turns errors of the server into diagnostics at the user's own line.</summary>
public static class DatabaseDiagnostics
{
    /// <summary>Describes an error in a statement that holds a node's SQL.</summary>
    /// <param name="modelOffset">Where the node's SQL starts in the statement (<see cref="Planning.SqlStatement.ModelOffset"/>), or null where it is not in it.</param>
    public static Diagnostic Describe(DatabaseError error, CompiledModel model, int? modelOffset) =>
        Diagnostic.Error(CompilationCodes.QueryFailed, error.Message + modelOffset, model.Node.Location);
}
