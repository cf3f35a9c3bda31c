using Deck.Models.Engine.Packages.Requests;
using Deck.Models.Text;

namespace Deck.Models.Engine.Packages.Resolution;

/// <summary>The packages asked for so far, each with everybody who asks; in the order in which they were first met.</summary>
internal sealed class PackageListing
{
    private readonly Dictionary<string, List<PackageRequest>> byName = new(StringComparer.Ordinal);
    private readonly List<List<PackageRequest>> groups = [];

    public IReadOnlyList<IReadOnlyList<PackageRequest>> Groups => groups;

    /// <summary>Adds requests and gives the groups that they went to; one of another kind than its group is reported.</summary>
    public IReadOnlyList<IReadOnlyList<PackageRequest>> Add(IEnumerable<PackageRequest> requests, List<Diagnostic> diagnostics)
    {
        List<List<PackageRequest>> touched = [];
        foreach (PackageRequest request in requests)
        {
            List<PackageRequest> group = GroupOf(request);
            if (group.Count > 0 && group[0].Kind != request.Kind)
            {
                diagnostics.Add(request.Place(Diagnostic.Error(PackageCodes.Conflict, $"`{request.ShownName}` is asked for as {request.Kind} and as {group[0].Kind} package"))
                    .WithHint($"{group[0].RequestedBy} asks for it as {group[0].Kind} package"));
                continue;
            }

            group.Add(request);
            if (!touched.Contains(group))
            {
                touched.Add(group);
            }
        }

        return touched;
    }

    private List<PackageRequest> GroupOf(PackageRequest request)
    {
        foreach (string name in request.AllNames)
        {
            if (byName.TryGetValue(name, out List<PackageRequest>? known))
            {
                return known;
            }
        }

        List<PackageRequest> fresh = [];
        byName[request.Name] = fresh;
        groups.Add(fresh);
        return fresh;
    }
}
