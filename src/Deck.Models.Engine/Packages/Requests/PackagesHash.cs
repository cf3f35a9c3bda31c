using System.Security.Cryptography;
using System.Text;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Templating.Builtins;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Packages.Requests;

/// <summary>dbt's `sha1_hash` of package-lock.yml: over every entry as dbt's own contract writes it to JSON, rendered and as written.</summary>
internal static class PackagesHash
{
    private static readonly Dictionary<string, string[]> Keys = new()
    {
        ["package"] = ["package", "version", "install_prerelease"],
        ["git"] = ["git", "revision", "warn-unpinned", "subdirectory"],
        ["private"] = ["private", "provider", "revision", "warn-unpinned", "subdirectory"],
        ["local"] = ["local"],
        ["tarball"] = ["tarball"],
    };

    public static string Of(IEnumerable<PackageEntry> entries)
    {
        IEnumerable<string> lines = entries.Select(entry => JsonWriter.Write(Describe(entry), sortKeys: true)).Order(StringComparer.Ordinal);
#pragma warning disable CA5350 // dbt's own name for the list, not a protection: another hash would not be recognised
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
#pragma warning restore CA5350
    }

    private static DictValue Describe(PackageEntry entry)
    {
        DictValue described = new();
        foreach (string key in Keys[entry.Kind])
        {
            described.Set(key, entry.Find(key) is { } node ? WithoutIntegers(YamlValues.ToValue(node)) : key == "install_prerelease" ? Value.Of(false) : Value.None);
        }

        if (entry.Find("name") is { } name)
        {
            described.Set("name", YamlValues.ToValue(name));
        }

        described.Set("unrendered", YamlValues.ToDict(entry.Written));
        return described;
    }

    /// <summary>The contract knows texts and floats: a version `1` is the text, `1.0` the number.</summary>
    private static Value WithoutIntegers(Value value) => value switch
    {
        IntegerValue => Value.Of(value.ToText()),
        ListValue list => new ListValue(list.Items.Select(WithoutIntegers)),
        _ => value,
    };
}
