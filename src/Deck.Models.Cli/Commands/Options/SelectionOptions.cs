using System.Collections.Immutable;
using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli.Commands.Options;

/// <summary>The flags that choose nodes.</summary>
internal sealed class SelectionOptions
{
    private readonly CommandOption select;
    private readonly CommandOption models;
    private readonly CommandOption exclude;
    private readonly CommandOption selector;
    private readonly CommandOption resourceTypes;
    private readonly CommandOption excludedTypes;
    private readonly CommandOption indirect;
    private readonly FlagReader flags;

    public SelectionOptions(CommandLineApplication command, FlagReader flags)
    {
        this.flags = flags;
        select = command.Option("-s|--select <SPEC>", "Nodes to take: names, +graph+, tag:, path:, source:, config.x:, …; words are joined, commas intersect.", CommandOptionType.MultipleValue);
        models = command.Option("-m|--models <SPEC>", "dbt's older name of --select.", CommandOptionType.MultipleValue);
        models.ShowInHelpText = false;
        exclude = command.Option("--exclude <SPEC>", "Nodes to leave out.", CommandOptionType.MultipleValue);
        selector = command.Option("--selector <NAME>", "A selector of selectors.yml.", CommandOptionType.SingleValue);
        resourceTypes = command.Option("--resource-type <TYPE>", "Only these types: model, test, unit_test, seed, snapshot, analysis, source, exposure, metric, semantic_model, saved_query, function, all.", CommandOptionType.MultipleValue);
        excludedTypes = command.Option("--exclude-resource-type <TYPE>", "Not these types.", CommandOptionType.MultipleValue);
        indirect = flags.Declare("indirect_selection", "--indirect-selection <MODE>", "Which tests come along with selected nodes: eager, cautious, buildable, empty.", OptionRule.OneOf("eager", "cautious", "buildable", "empty"));
        State = new StateOptions(command, flags);
    }

    public StateOptions State { get; }

    public ImmutableArray<string> Select => Words(select).AddRange(Words(models));

    public ImmutableArray<string> Exclude => Words(exclude);

    public string? Selector => selector.Value();

    /// <summary>True where nodes are chosen by dbt's older `--models`.</summary>
    public bool HasModels => models.HasValue();

    public ImmutableArray<string> ResourceTypes => Words(resourceTypes);

    public ImmutableArray<string> ExcludedResourceTypes => Words(excludedTypes);

    public string IndirectSelection => flags.Text(indirect, "indirect_selection") ?? "eager";

    private static ImmutableArray<string> Words(CommandOption option) =>
        [.. option.Values.OfType<string>().SelectMany(v => v.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))];
}
