using System.Collections.Immutable;
using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli.Commands.Options;

/// <summary>The flags that choose nodes.</summary>
internal sealed class SelectionOptions
{
    private readonly CommandOption select;
    private readonly CommandOption models;
    private readonly CommandOption model;
    private readonly CommandOption exclude;
    private readonly CommandOption selector;
    private readonly CommandOption resourceTypes;
    private readonly CommandOption resourceTypesPlural;
    private readonly CommandOption excludedTypes;
    private readonly CommandOption excludedTypesPlural;
    private readonly CommandOption indirect;
    private readonly FlagReader flags;

    public SelectionOptions(CommandLineApplication command, FlagReader flags)
    {
        this.flags = flags;
        select = command.Option("-s|--select <SPEC>", "Nodes to take: names, +graph+, tag:, path:, source:, config.x:, …; words are joined, commas intersect.", CommandOptionType.MultipleValue);
        models = OtherName(command, "-m|--models <SPEC>");
        model = OtherName(command, "--model <SPEC>");
        exclude = command.Option("--exclude <SPEC>", "Nodes to leave out.", CommandOptionType.MultipleValue);
        selector = command.Option("--selector <NAME>", "A selector of selectors.yml.", CommandOptionType.SingleValue);
        resourceTypes = command.Option("--resource-type <TYPE>", "Only these types: model, test, unit_test, seed, snapshot, analysis, source, exposure, metric, semantic_model, saved_query, function, all.", CommandOptionType.MultipleValue);
        resourceTypesPlural = OtherName(command, "--resource-types <TYPE>");
        excludedTypes = command.Option("--exclude-resource-type <TYPE>", "Not these types.", CommandOptionType.MultipleValue);
        excludedTypesPlural = OtherName(command, "--exclude-resource-types <TYPE>");
        indirect = flags.Declare("indirect_selection", "--indirect-selection <MODE>", "Which tests come along with selected nodes: eager, cautious, buildable, empty.", OptionRule.OneOf("eager", "cautious", "buildable", "empty"));
        State = new StateOptions(flags);
    }

    public StateOptions State { get; }

    public ImmutableArray<string> Select => [.. Words(select), .. Words(models), .. Words(model)];

    public ImmutableArray<string> Exclude => Words(exclude);

    public string? Selector => selector.Value();

    /// <summary>True where nodes are chosen by dbt's older `--models`.</summary>
    public bool HasModels => models.HasValue() || model.HasValue();

    public ImmutableArray<string> ResourceTypes => Types(resourceTypes, resourceTypesPlural, "resource_types");

    public ImmutableArray<string> ExcludedResourceTypes => Types(excludedTypes, excludedTypesPlural, "exclude_resource_types");

    public string IndirectSelection => flags.Text(indirect, "indirect_selection") ?? "eager";

    /// <summary>dbt has several names for a flag; help shows one.</summary>
    private static CommandOption OtherName(CommandLineApplication command, string template)
    {
        CommandOption option = command.Option(template, "Another name of dbt's.", CommandOptionType.MultipleValue);
        option.ShowInHelpText = false;
        return option;
    }

    private static ImmutableArray<string> Words(CommandOption option) => [.. option.Values.OfType<string>().SelectMany(Words)];

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Given under either name, else in the environment (`DBT_RESOURCE_TYPES`, `DBT_EXCLUDE_RESOURCE_TYPES`).</summary>
    private ImmutableArray<string> Types(CommandOption option, CommandOption plural, string name) =>
        option.HasValue() || plural.HasValue() ? [.. Words(option), .. Words(plural)] : [.. Words(flags.Text(option, name) ?? "")];
}
