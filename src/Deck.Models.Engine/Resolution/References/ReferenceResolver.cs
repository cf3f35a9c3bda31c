using System.Collections.Immutable;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.References;

/// <summary>Finds the nodes that a node's `ref` and `source` calls mean, in dbt's search order.</summary>
internal sealed class ReferenceResolver(ReferenceIndex index, SemanticReferences semantics, PackageSearch search, ResolutionSession session)
{
    private readonly ImmutableArray<string> packages = [.. session.Sources.Packages.Select(p => p.Project.Name)];

    /// <summary>
    /// The nodes that a draft depends on, each once, sources first as in dbt, then its references in their order, metrics last; false where a test refers to something disabled
    /// or missing and is to be left out, as dbt does.
    /// </summary>
    public bool TryResolve(NodeDraft draft, out ImmutableArray<NodeId> dependsOn)
    {
        List<NodeId> found = [];
        bool complete = true;
        foreach (SourceCall call in draft.Declaration.Sources)
        {
            complete &= Add(found, Resolve(call, draft));
        }

        foreach (RefCall call in draft.Declaration.Refs)
        {
            complete &= Add(found, Resolve(call, draft));
        }

        foreach (MeasureCall call in draft.Declaration.Measures)
        {
            Add(found, semantics.Resolve(call, draft));
        }

        foreach (MetricCall call in draft.Declaration.Metrics)
        {
            complete &= Add(found, semantics.Resolve(call, draft));
        }

        foreach (FunctionCall call in draft.Declaration.Functions)
        {
            complete &= Add(found, Resolve(call, draft));
        }

        dependsOn = [.. found];
        return complete || draft.ResourceType != ResourceType.Test;
    }

    /// <summary>The node that a `ref` means, or null after a report.</summary>
    public NodeDraft? Resolve(RefCall call, NodeDraft from)
    {
        string name = call.Version is { IsNone: false } version ? $"{call.Name}.v{version.ToText()}" : call.Name;
        foreach (string? package in search.Order(call.Package, from.PackageName))
        {
            List<NodeDraft> found = index.Find(name, package);
            if (IsAmbiguous(found))
            {
                ReportAmbiguous(call, found);
                return null;
            }

            if (found.Count > 0)
            {
                CheckAccess(call, from, found[0]);
                return found[0];
            }
        }

        session.Report(AsSevereAs(from, DescribeMissing(call, name, from), index.FindDisabled(name, call.Package).Count > 0));
        return null;
    }

    public NodeDraft? Resolve(SourceCall call, NodeDraft from)
    {
        ImmutableArray<NodeDraft> found =
        [
            .. search.Order(null, from.PackageName).SelectMany(p => index.FindSource(call.Source, call.Table, p)),
        ];
        if (found.FirstOrDefault(d => d.IsEnabled) is { } source)
        {
            return source;
        }

        session.Report(AsSevereAs(from, DescribeMissing(call, found), disabled: false));
        return null;
    }

    private NodeDraft? Resolve(FunctionCall call, NodeDraft from)
    {
        ImmutableArray<NodeDraft> found = [.. search.Order(call.Package, from.PackageName).SelectMany(p => index.FindFunction(call.Name, p))];
        if (found.FirstOrDefault(d => d.IsEnabled) is { } function)
        {
            return function;
        }

        Diagnostic missing = found.IsEmpty
            ? Diagnostic.Error(ResolutionCodes.UnknownFunction, $"function `{call.Name}`{(call.Package is { } p ? $" in package `{p}`" : "")} does not exist", call.Location)
                .WithHint(Spelling.DidYouMean(call.Name, index.FunctionNames))
            : Diagnostic.Error(ResolutionCodes.DisabledTarget, $"function `{call.Name}` is disabled", call.Location);
        session.Report(AsSevereAs(from, missing, !found.IsEmpty));
        return null;
    }

    /// <summary>Nodes of one id are reported as duplicates already.</summary>
    private static bool IsAmbiguous(List<NodeDraft> found) => found.Count > 1 && found.Exists(draft => draft.Id != found[0].Id);

    private static bool Add(List<NodeId> found, NodeDraft? target)
    {
        if (target is not null && !found.Contains(target.Id))
        {
            found.Add(target.Id);
        }

        return target is not null;
    }

    /// <summary>A test of a disabled node is left out without a word; a test of something missing, or of a disabled source, is left out with a warning.</summary>
    private static IEnumerable<Diagnostic> AsSevereAs(NodeDraft from, Diagnostic diagnostic, bool disabled) =>
        from.ResourceType != ResourceType.Test ? [diagnostic] : disabled ? [] : [diagnostic.As(Severity.Warning).WithHint($"test `{from.Name}` is left out until then")];

    private Diagnostic DescribeMissing(RefCall call, string name, NodeDraft from)
    {
        if (index.FindDisabled(name, call.Package) is [{ } disabled, ..])
        {
            return Diagnostic
                .Error(ResolutionCodes.DisabledTarget, $"{ResourceTypes.NameOf(from.ResourceType)} `{from.Name}` refers to `{call.Name}`, which is disabled", call.Location)
                .WithRelated([new RelatedLocation("disabled", disabled.Config.LocationOf("enabled") ?? disabled.Location)]);
        }

        if (call.Package is { } package && !packages.Contains(package))
        {
            return Diagnostic
                .Error(ResolutionCodes.UnknownModel, $"package `{package}` is not installed, so there is no model `{call.Name}` in it", call.Location)
                .WithHint(Spelling.DidYouMean(package, packages));
        }

        if (call.Version is { IsNone: false } version && index.Find(call.Name, call.Package).Count > 0)
        {
            return Diagnostic.Error(ResolutionCodes.WrongVersion, $"model `{call.Name}` has no version `{version.ToText()}`", call.Location);
        }

        string where = call.Package is null ? "" : $" in package `{call.Package}`";
        Diagnostic unknown = Diagnostic.Error(ResolutionCodes.UnknownModel, $"model `{call.Name}`{where} does not exist", call.Location);
        return unknown.WithHint(Spelling.DidYouMean(call.Name, index.RefNames));
    }

    private Diagnostic DescribeMissing(SourceCall call, ImmutableArray<NodeDraft> disabled)
    {
        string written = $"{call.Source}.{call.Table}";
        if (!disabled.IsEmpty)
        {
            return Diagnostic.Error(ResolutionCodes.DisabledTarget, $"source `{written}` is disabled", call.Location);
        }

        ImmutableArray<string> tables = [.. index.Sources.Where(s => ReferenceIndex.SourceOf(s) == call.Source).Select(ReferenceIndex.TableOf)];
        if (!tables.IsEmpty)
        {
            return Diagnostic
                .Error(ResolutionCodes.UnknownSource, $"source `{call.Source}` has no table `{call.Table}`", call.Location)
                .WithHint(Spelling.DidYouMean(call.Table, tables));
        }

        return Diagnostic
            .Error(ResolutionCodes.UnknownSource, $"source `{written}` does not exist", call.Location)
            .WithHint(Spelling.DidYouMean(call.Source, index.Sources.Select(ReferenceIndex.SourceOf).Distinct()));
    }

    private void ReportAmbiguous(RefCall call, List<NodeDraft> found) => session.Report(Diagnostic
        .Error(ResolutionCodes.AmbiguousReference, $"`{call.Name}` could be any of {string.Join(", ", found.Select(d => $"`{d.Id}`"))}", call.Location)
        .WithHint($"name the package: ref('{found[0].PackageName}', '{call.Name}')"));

    /// <summary>A private model may be referred to from its own group only.</summary>
    private void CheckAccess(RefCall call, NodeDraft from, NodeDraft target)
    {
        if (target.ResourceType != ResourceType.Model || target.Config.GetText("access") != "private" || from.ResourceType is ResourceType.Test or ResourceType.UnitTest)
        {
            return;
        }

        string? group = target.Config.GetText("group");
        if (group is not null && from.Config.GetText("group") != group)
        {
            session.Report(Diagnostic.Error(
                ResolutionCodes.AccessDenied, $"`{from.Name}` refers to `{target.Name}`, which is private to the group `{group}`", call.Location));
        }
    }
}
