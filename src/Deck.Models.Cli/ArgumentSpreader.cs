using System.Collections.Frozen;

namespace Deck.Models.Cli;

/// <summary>Spreads `--select a b` into `--select a --select b`: dbt's list flags take words up to the next flag.</summary>
internal static class ArgumentSpreader
{
    private static readonly FrozenSet<string> ListFlags = FrozenSet.ToFrozenSet(
        ["--select", "-s", "--models", "--model", "-m", "--exclude", "--resource-type", "--resource-types", "--exclude-resource-type", "--exclude-resource-types", "--output-keys"]);

    public static IEnumerable<string> Spread(IReadOnlyList<string> args)
    {
        string? flag = null;
        bool first = false;
        foreach (string arg in args)
        {
            if (arg.StartsWith('-') && arg.Length > 1)
            {
                flag = ListFlags.Contains(arg) ? arg : null;
                first = true;
                yield return arg;
                continue;
            }

            if (flag is not null && !first)
            {
                yield return flag;
            }

            first = false;
            yield return arg;
        }
    }
}
