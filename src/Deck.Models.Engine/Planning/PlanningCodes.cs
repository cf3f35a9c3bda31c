using Deck.Models.Text;

namespace Deck.Models.Engine.Planning;

/// <summary>The mistakes that planning finds.</summary>
public static class PlanningCodes
{
    public static readonly DiagnosticCode UnknownMaterialization = new(661, "unknown materialization");

    public static readonly DiagnosticCode UnknownStrategy = new(662, "unknown incremental strategy");

    public static readonly DiagnosticCode OtherDatabase = new(663, "a relation outside the connection's database");

    public static readonly DiagnosticCode UnknownKeyColumn = new(664, "a unique_key that is no column");

    public static readonly DiagnosticCode SchemaChanged = new(665, "the columns of an incremental model have changed");

    public static readonly DiagnosticCode MalformedIndex = new(666, "an index is not written as one");

    public static readonly DiagnosticCode ConfigConflict = new(667, "two configs exclude each other");

    public static readonly DiagnosticCode NoTable = new(669, "a snapshot meets something that is no table");

    public static readonly DiagnosticCode IncompleteStrategy = new(670, "a snapshot strategy without its answers");

    public static readonly DiagnosticCode ConfigurationChanged = new(671, "the configuration of a materialized view has changed");

    public static readonly DiagnosticCode ContractBroken = new(672, "a query that does not keep its contract");

    public static readonly DiagnosticCode IncompleteContract = new(673, "a contract without columns or types");

    public static readonly DiagnosticCode IncompleteMicrobatch = new(674, "a microbatch model without its configs");

    public static readonly DiagnosticCode IncompleteFunction = new(675, "a function without its result");

    public static readonly DiagnosticCode UnsupportedFunction = new(676, "a function that PostgreSQL cannot be told to make");

    public static readonly DiagnosticCode PointerToItself = new(677, "a latest version under the name of its pointer");

    public static readonly DiagnosticCode NotYetEnforced = new(668, "a config without effect so far") { WarningName = "UnsupportedConstraintMaterialization" };
}
