using System.Collections.Immutable;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Text;

namespace Deck.Models.Engine.Warnings;

/// <summary>Reads `--warn-error-options`: a mapping of `error` (once `include`), `warn` (once `exclude`) and `silence`.</summary>
public static class WarningOptionsReader
{
    private static readonly ImmutableArray<string> Keys = ["error", "warn", "silence", "include", "exclude"];

    /// <param name="options">The YAML text, named after the place where it was given.</param>
    public static Checked<WarningPolicy> Read(SourceText options)
    {
        Checked<YamlNode> parsed = YamlReader.Read(options);
        if (!parsed.Succeeded(out YamlNode? root))
        {
            return Check.Failed<WarningPolicy>(parsed.Diagnostics);
        }

        return root is YamlMapping mapping
            ? new Reading(mapping).ToPolicy()
            : Check.Failed<WarningPolicy>(Wrong("the options are a mapping", root.Location).WithHint("write them as '{error: all, warn: [NoNodesForSelectionCriteria], silence: [Deprecations]}'"));
    }

    private static Diagnostic Wrong(string message, Location place) => Diagnostic.Error(LoadingCodes.BadWarningOptions, message, place);

    /// <summary>One reading of the mapping.</summary>
    private sealed class Reading(YamlMapping mapping)
    {
        private readonly List<Diagnostic> mistakes = [];
        private readonly WarningNames known = WarningNames.Read();

        public Checked<WarningPolicy> ToPolicy()
        {
            mistakes.AddRange(mapping.Entries.Where(e => !Keys.Contains(e.Key)).Select(e => Wrong($"there is no list `{e.Key}` of warnings", e.KeyLocation)
                .WithHint(Spelling.DidYouMean(e.Key, Keys) ?? "it can be error, warn or silence")));
            YamlNode? errors = Find("error", "include");
            bool all = errors is YamlScalar { Text: "all" or "*" };
            WarningPolicy policy = new()
            {
                AllAreErrors = all,
                Errors = all ? [] : Names("error", errors),
                Warnings = Names("warn", Find("warn", "exclude")),
                Silenced = Names("silence", Find("silence")),
            };
            CheckWarnings(policy);
            return mistakes.Count == 0 ? Check.Ok(policy) : Check.Failed<WarningPolicy>(mistakes);
        }

        /// <summary>dbt: what stays a warning is an exception, so that there must be a rule.</summary>
        private void CheckWarnings(WarningPolicy policy)
        {
            if (!policy.Warnings.IsEmpty && !policy.AllAreErrors && !policy.Errors.Union(policy.Silenced).Contains(WarningNames.Deprecations) && Find("warn", "exclude") is { } list)
            {
                mistakes.Add(Wrong("`warn` makes exceptions, but neither is `error` `all` nor does `error` or `silence` hold `Deprecations`", list.Location));
            }
        }

        private YamlNode? Find(string key, string? olderKey = null)
        {
            YamlNode? value = mapping.TryFind(key, out YamlNode? found) ? found : null;
            YamlNode? older = olderKey is not null && mapping.TryFind(olderKey, out found) ? found : null;
            if (!IsEmpty(value) && !IsEmpty(older) && older is not null)
            {
                mistakes.Add(Wrong($"`{olderKey}` is the older name of `{key}`; only one of them can be given", older.Location));
            }

            return IsEmpty(value) ? older : value;
        }

        private ImmutableHashSet<string> Names(string key, YamlNode? list)
        {
            if (list is YamlSequence sequence && sequence.Items.All(i => i is YamlScalar))
            {
                return [.. sequence.Items.OfType<YamlScalar>().Select(Known)];
            }

            if (!IsEmpty(list) && list is not null)
            {
                mistakes.Add(Wrong($"`{key}` takes {(key == "error" ? "`all` or " : "")}a list of names of warnings", list.Location));
            }

            return [];
        }

        private string Known(YamlScalar name)
        {
            if (!known.Contains(name.Text))
            {
                mistakes.Add(Wrong($"there is no warning `{name.Text}`", name.Location).WithHint(Spelling.DidYouMean(name.Text, known.All)));
            }

            return name.Text;
        }

        private static bool IsEmpty(YamlNode? value) => value is null or YamlScalar { Value.IsNone: true } or YamlSequence { Items.IsEmpty: true };
    }
}
