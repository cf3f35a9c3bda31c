using System.Collections.Immutable;
using System.Text;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Names;

/// <summary>Finds names that are taken twice, and names that PostgreSQL would cut off.</summary>
internal static class NameCheck
{
    /// <summary>The length of an identifier in bytes that PostgreSQL keeps (NAMEDATALEN - 1).</summary>
    private const int LongestIdentifier = 63;

    /// <summary>Models, seeds and snapshots of a package share one space of names; ids are unique whatever the type.</summary>
    public static IEnumerable<Diagnostic> FindDuplicates(ImmutableArray<NodeDraft> drafts)
    {
        PackageTable<NodeDraft> names = new();
        HashSet<NodeId> ids = [];
        foreach (NodeDraft draft in drafts.Where(d => d.IsEnabled))
        {
            string name = draft.IsRefable ? $"{draft.Name}.{draft.VersionValue?.ToText()}" : draft.Id.Value;
            if ((names.TryAdd(draft.PackageName, name, draft) && ids.Add(draft.Id)) || !names.TryFind(draft.PackageName, name, out NodeDraft? first))
            {
                continue;
            }

            yield return Diagnostic
                .Error(ResolutionCodes.DuplicateName, DescribeDuplicate(draft, first), draft.Location)
                .WithRelated([new RelatedLocation($"{NounOf(first)} `{first.Name}`", first.Location)])
                .WithHint(HintOf(draft));
        }
    }

    public static IEnumerable<Diagnostic> FindSameRelations(ImmutableArray<NodeDraft> drafts)
    {
        Dictionary<RelationName, NodeDraft> relations = [];
        foreach (NodeDraft draft in drafts.Where(IsBuilt))
        {
            // Nodes of one name are reported as such.
            if (draft.Relation is { } relation && !relations.TryAdd(relation, draft) && relations[relation] is var first && first.Name != draft.Name)
            {
                yield return Diagnostic
                    .Error(ResolutionCodes.SameRelation, $"{NounOf(draft)} `{draft.Name}` and {NounOf(first)} `{first.Name}` both build the relation {relation}", draft.Location)
                    .WithRelated([new RelatedLocation($"{NounOf(first)} `{first.Name}`", first.Location)])
                    .WithHint("give one of them another `alias` or `schema`");
            }
        }
    }

    public static IEnumerable<Diagnostic> FindTooLong(ImmutableArray<NodeDraft> drafts)
    {
        foreach (NodeDraft draft in drafts.Where(IsBuilt))
        {
            if (IsTooLong(draft.Relation?.Identifier))
            {
                yield return DescribeTooLong(draft, "name", "alias", draft.Relation?.Identifier ?? "").WithHint("give it a shorter `alias`");
            }

            if (IsTooLong(draft.Relation?.Schema))
            {
                yield return DescribeTooLong(draft, "schema", "schema", draft.Relation?.Schema ?? "");
            }
        }
    }

    /// <summary>Tests get short aliases from dbt's own rule, and ephemeral models have no relation.</summary>
    private static bool IsBuilt(NodeDraft draft) => draft.IsEnabled && draft.IsRefable && draft.Config.Materialized != "ephemeral";

    private static bool IsTooLong(string? name) => name is not null && Encoding.UTF8.GetByteCount(name) > LongestIdentifier;

    private static Diagnostic DescribeTooLong(NodeDraft draft, string what, string config, string name) => Diagnostic.Error(
        ResolutionCodes.NameTooLong,
        $"the {what} `{name}` of {NounOf(draft)} `{draft.Name}` has {Encoding.UTF8.GetByteCount(name)} bytes, and PostgreSQL keeps {LongestIdentifier}",
        draft.Config.LocationOf(config) ?? draft.Location);

    private static string DescribeDuplicate(NodeDraft draft, NodeDraft first) => draft.ResourceType == first.ResourceType
        ? $"there are two {NounOf(draft)}s with the name `{draft.Name}`"
        : $"{NounOf(draft)} `{draft.Name}` has the name of a {NounOf(first)}";

    private static string HintOf(NodeDraft draft) => draft switch
    {
        { Generic: not null } => "give one of them a `name`",
        { IsRefable: true } => "rename one of them; a model's name in the database is its config `alias`",
        _ => "rename one of them",
    };

    private static string NounOf(NodeDraft draft) => ResourceTypes.NameOf(draft.ResourceType).Replace('_', ' ');
}
