using System.Collections.Immutable;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Engine.Resolution.Properties;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Functions;

/// <summary>Gives the drafts of functions their signatures, and makes the files of overloads part of the function that names them.</summary>
internal sealed class FunctionDrafts
{
    private readonly ResolutionSession session;
    private readonly PackageTable<NodeDraft> files = new();
    private readonly Dictionary<NodeId, NodeDraft> absorbed = [];

    private FunctionDrafts(ImmutableArray<NodeDraft> drafts, ResolutionSession session)
    {
        this.session = session;
        foreach (NodeDraft draft in drafts.Where(d => d.ResourceType == ResourceType.Function))
        {
            files.TryAdd(draft.PackageName, draft.Name, draft);
        }
    }

    public static ImmutableArray<NodeDraft> Complete(ImmutableArray<NodeDraft> drafts, ResolutionSession session)
    {
        if (!drafts.Any(d => d.ResourceType == ResourceType.Function))
        {
            return drafts;
        }

        FunctionDrafts functions = new(drafts, session);
        ImmutableArray<NodeDraft> completed = [.. drafts.Select(d => d.ResourceType == ResourceType.Function ? functions.Complete(d) : d)];
        return [.. completed.Where(d => !functions.absorbed.ContainsKey(d.Id))];
    }

    private NodeDraft Complete(NodeDraft draft)
    {
        if (draft.Properties is not { } properties)
        {
            return draft with { Finish = (d, dependsOn) => Finish(d, dependsOn, FunctionSignature.Unknown, []) };
        }

        YamlMapping yaml = properties.Entry.Yaml;
        FunctionSignature signature = FunctionProperties.ReadSignature(yaml, draft.PackageName, session);
        ModelDeclaration declaration = draft.Declaration;
        List<FunctionOverload> overloads = [];
        foreach (YamlMapping entry in FunctionProperties.Overloads(yaml, session))
        {
            if (Absorb(draft, entry) is { } file)
            {
                overloads.Add(Overload(entry, file, signature));
                declaration = Join(declaration, file.Declaration);
            }
        }

        return draft with { Declaration = declaration, Finish = (d, dependsOn) => Finish(d, dependsOn, signature, [.. overloads]) };
    }

    /// <summary>The file of an overload, or null after a report. It is a function of its own no longer.</summary>
    private NodeDraft? Absorb(NodeDraft root, YamlMapping entry)
    {
        string name = PropertyValues.Text(entry, "defined_in") ?? "";
        if (name == root.Name)
        {
            Report(entry, $"the function `{name}` is listed among its own overloads", null);
        }
        else if (!files.TryFind(root.PackageName, name, out NodeDraft? file))
        {
            Report(entry, $"there is no file of a function `{name}`, which `{root.Name}` names as an overload", Spelling.DidYouMean(name, files.All.Select(f => f.Name)));
        }
        else if (!absorbed.TryAdd(file.Id, root))
        {
            Report(entry, $"`{name}` is an overload of `{absorbed[file.Id].Name}` already", "the body of an overload belongs to one function");
        }
        else
        {
            return file;
        }

        return null;
    }

    private void Report(YamlMapping entry, string message, string? hint) =>
        session.Report(Diagnostic.Error(ResolutionCodes.MalformedOverload, message, (entry.TryFind("defined_in", out YamlNode? name) ? name.Location : null) ?? entry.Location).WithHint(hint));

    private FunctionOverload Overload(YamlMapping entry, NodeDraft file, FunctionSignature root)
    {
        FunctionSignature own = FunctionProperties.ReadSignature(entry, file.PackageName, session);
        return new FunctionOverload
        {
            DefinedIn = file.Name,
            Signature = new FunctionSignature { Arguments = own.Arguments, Returns = own.Returns ?? root.Returns, ReturnsDescription = own.ReturnsDescription },
            HasOwnReturns = own.Returns is not null,
            Description = FunctionProperties.Text(entry, "description", file.PackageName, session),
            Code = file.Code,
        };
    }

    private static ModelDeclaration Join(ModelDeclaration root, ModelDeclaration overload) => new()
    {
        Refs = [.. root.Refs, .. overload.Refs],
        Sources = [.. root.Sources, .. overload.Sources],
        Functions = [.. root.Functions, .. overload.Functions],
        Configs = root.Configs,
        WrittenConfig = root.WrittenConfig,
        Macros = [.. root.Macros.Union(overload.Macros)],
        UndefinedCalls = [.. root.UndefinedCalls, .. overload.UndefinedCalls],
    };

    private static FunctionNode Finish(NodeDraft draft, ImmutableArray<NodeId> dependsOn, FunctionSignature signature, ImmutableArray<FunctionOverload> overloads) =>
        new(NodeHead.Of(draft, dependsOn), signature) { Tags = draft.Config.Tags, Overloads = overloads };
}
