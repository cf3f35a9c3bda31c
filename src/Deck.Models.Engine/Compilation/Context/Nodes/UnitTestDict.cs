using System.Security.Cryptography;
using System.Text;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Nodes;

/// <summary>A unit test as dbt's dict.</summary>
internal static class UnitTestDict
{
    public static FieldsValue Of(UnitTestNode test)
    {
        FieldsValue dict = new(
        [
            new("model", Value.Of(ModelOf(test))),
            new("given", Value.List(test.Given.Select(g => RowsOf(g.Rows, g.Reference)))),
            new("expect", RowsOf(test.Expect, null)),
        ]);
        NodeFields.AddNamed(dict, test);
        dict.Add("description", test.Description);
        dict.Add("overrides", test.Overrides.IsTrue ? OverridesOf(test) : Value.None);
        NodeFields.AddDependsOn(dict, test);
        dict.Add("config", new FieldsValue(test.Config.SharedValues));
        dict.Add("checksum", ChecksumOf(test));
        dict.Add("schema", test.Origin.Place?.Written?.Schema ?? test.Origin.Place?.Schema);
        dict.Add("versions", Value.None);
        dict.Add("version", test.Version ?? Value.None);
        return dict;
    }

    /// <summary>The tested model's name: an id is `model.package.name`, with the version behind.</summary>
    private static string ModelOf(UnitTestNode test) => test.Model.Value.Split('.')[2];

    private static FieldsValue RowsOf(UnitTestRows rows, string? input)
    {
        FieldsValue dict = input is null ? new FieldsValue([]) : new FieldsValue([new("input", Value.Of(input))]);
        dict.Add("rows", ValueOf(rows));
        dict.Add("format", rows.Format);
        dict.Add("fixture", rows.Fixture);
        return dict;
    }

    private static Value ValueOf(UnitTestRows rows) => rows.Sql is { } sql ? Value.Of(sql) : Value.List(rows.Rows);

    private static DictValue OverridesOf(UnitTestNode test) => new(
        ((string[])["macros", "vars", "env_vars"]).Select(k => KeyValuePair.Create(k, (Value)(NodeFields.Get(test.Overrides, k) as DictValue ?? new DictValue()))));

    /// <summary>dbt hashes what Python prints of everything but the description.</summary>
    private static string ChecksumOf(UnitTestNode test)
    {
        string given = string.Join(", ", test.Given.Select(g => $"UnitTestInputFixture(input={Value.Of(g.Reference).Repr()}, {ReprOf(g.Rows)})"));
        string overrides = test.Overrides.IsTrue
            ? $"UnitTestOverrides({string.Join(", ", OverridesOf(test).Entries.Select(e => $"{e.Key.ToText()}={e.Value.Repr()}"))})"
            : "None";
        StringBuilder state = new($"{ModelOf(test)}-None-[{given}]-UnitTestOutputFixture({ReprOf(test.Expect)})-{overrides}");
        foreach (UnitTestInput input in test.Given.Where(g => g.Rows.Fixture is not null))
        {
            state.Append('-').Append(ValueOf(input.Rows).ToText());
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state.ToString())));
    }

    private static string ReprOf(UnitTestRows rows)
    {
        string name = rows.Format == "dict" ? "Dict" : rows.Format.ToUpperInvariant();
        return $"rows={ValueOf(rows).Repr()}, format=<UnitTestFormat.{name}: '{rows.Format}'>, fixture={Value.Of(rows.Fixture).Repr()}";
    }
}
