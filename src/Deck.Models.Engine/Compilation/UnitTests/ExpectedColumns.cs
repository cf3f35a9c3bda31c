using System.Collections.Immutable;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation.UnitTests;

/// <summary>Which columns a unit test compares, with the types that the model gives them.</summary>
internal static class ExpectedColumns
{
    private const string Prefix = "select * from (\n";

    /// <summary>The expected rows' columns in the model's order; all of the model's where no row is expected.</summary>
    /// <returns>Null with a diagnostic where the database refuses the model's query.</returns>
    public static ImmutableArray<FixtureColumn>? Find(UnitTestNode test, CompiledModel actual, UnitTestScope scope, List<Diagnostic> diagnostics)
    {
        if (scope.Compilation.Introspection is not { } introspection)
        {
            return Undescribed(test, (ModelNode)actual.Node);
        }

        try
        {
            FixtureColumn[] all = Describe(introspection, actual.Sql, scope);
            string[] wanted = test.Expect.Sql is { } sql
                ? [.. Describe(introspection, sql.Trim().TrimEnd(';'), scope).Select(c => c.Name)]
                : Named(test.Expect);
            Report(test, wanted, all, diagnostics);
            return [.. wanted.Length == 0 ? all : all.Where(c => wanted.Contains(c.Name, StringComparer.OrdinalIgnoreCase))];
        }
        catch (DatabaseException e)
        {
            diagnostics.Add(DatabaseDiagnostics.Describe(e.Error, actual, Prefix.Length).WithHint($"the model was run on the rows of unit test `{test.Name}`"));
            return null;
        }
    }

    private static FixtureColumn[] Describe(IIntrospection introspection, string sql, UnitTestScope scope) =>
        [.. introspection.Query($"{Prefix}{sql}\n) as dbt_internal_unit_test limit 0", scope.Compilation.Cancellation).Columns
            .Select(c => new FixtureColumn(c.Name, TypeNames.ToSql(c.TypeName)))];

    private static string[] Named(UnitTestRows rows) =>
        [.. rows.Rows.SelectMany(r => r.Entries.Keys).Select(k => k.ToText()).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static void Report(UnitTestNode test, string[] wanted, FixtureColumn[] all, List<Diagnostic> diagnostics)
    {
        string[] known = [.. all.Select(c => c.Name)];
        foreach (string name in wanted.Except(known, StringComparer.OrdinalIgnoreCase))
        {
            diagnostics.Add(Diagnostic
                .Error(CompilationCodes.UnknownFixtureColumn, $"the model of unit test `{test.Name}` has no column `{name}`", test.Expect.Location)
                .WithHint(Spelling.DidYouMean(name, known) ?? $"its columns are {string.Join(", ", known.Select(c => $"`{c}`"))}"));
        }
    }

    /// <summary>Without a connection: what the rows name, with the types that the model's description gives.</summary>
    private static ImmutableArray<FixtureColumn> Undescribed(UnitTestNode test, ModelNode model) =>
    [
        .. Named(test.Expect).Select(name => new FixtureColumn(
            name, model.Columns.FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase))?.DataType)),
    ];
}
