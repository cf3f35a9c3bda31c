using System.Collections.Concurrent;
using System.Collections.Immutable;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Resolution.Properties;
using Deck.Models.Templating;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Tests;

/// <summary>Makes drafts of the generic tests that properties files declare, with dbt's names and ids.</summary>
internal sealed class GenericTestDrafts(ResolutionSession session)
{
    /// <summary>Texts by file: most tests of a file are written alike.</summary>
    private readonly ConcurrentDictionary<TestText, NodeCode?> templates = new();

    public ImmutableArray<NodeDraft> Create(ImmutableArray<DeclaredTest> tests)
    {
        NodeDraft?[] drafts = new NodeDraft?[tests.Length];
        GenericTestEntry?[] entries = new GenericTestEntry?[tests.Length];
        Parallel.For(0, tests.Length, i => drafts[i] = Create(tests[i], out entries[i]));
        Report(ResolutionCodes.LooseArguments, "arguments of generic tests belong below `arguments`", [.. entries.Select(e => e?.LooseArgument).OfType<Location>()], "write `accepted_values: {arguments: {values: […]}}`");
        Report(ResolutionCodes.LooseConfigs, "configs of generic tests belong below `config`", [.. entries.Select(e => e?.LooseConfig).OfType<Location>()], "write `unique: {config: {severity: warn}}`");
        return [.. drafts.OfType<NodeDraft>()];
    }

    /// <summary>One notice for all, as of the other spellings that are deprecated.</summary>
    private void Report(DiagnosticCode code, string rule, Location[] places, string hint)
    {
        if (places.Length > 0)
        {
            session.Report(Diagnostic.Notice(code, $"{rule}; those of {places.Length} {(places.Length == 1 ? "test" : "tests")} do not stand there", places[0]).WithHint(hint));
        }
    }

    private NodeDraft? Create(DeclaredTest declared, out GenericTestEntry? entry)
    {
        (TestTarget target, TestUse use) = (declared.Target, declared.Use);
        if (!GenericTestEntry.TryRead(use, target, session, out entry) || FindMacro(entry, target) is not { } macro)
        {
            return null;
        }

        GenericTest test = new()
        {
            Name = entry.Name,
            Namespace = entry.Namespace,
            Arguments = entry.Arguments,
            AttachedTo = target.Id,
            FileKey = target.FileKey,
            ColumnName = entry.ColumnName,
            MacroId = macro.UniqueId,
        };
        GenericTestName name = NameOf(entry, target);
        if (name.Short != name.Full && !entry.Config.TryGet("alias", out _))
        {
            entry.Config.Set("alias", Value.Of(name.Short));
        }

        return MakeDraft(entry, target, test, name);
    }

    private NodeDraft MakeDraft(GenericTestEntry entry, TestTarget target, GenericTest test, GenericTestName name)
    {
        return new NodeDraft
        {
            Id = new NodeId($"test.{target.PackageName}.{name.Full}.{GenericTestName.Hash(name.Full, test)}"),
            ResourceType = ResourceType.Test,
            Name = name.Full,
            PackageName = target.PackageName,
            Fqn = NodePaths.Fqn(target.PackageName, NodePaths.BelowFirstFolder(target.OriginalFilePath), name.Full),
            OriginalFilePath = target.OriginalFilePath,
            Path = $"{name.Short}.sql",
            Location = entry.Location,
            Code = templates.GetOrAdd(new TestText(target.OriginalFilePath, RawCode(entry)), ParseCode),
            Declaration = Declare(entry, target, test),
            Description = entry.Description is Loading.Yaml.YamlScalar text ? text.Text : "",
            ExtraTags = entry.InheritedTags.IsEmpty && entry.Config.Entries.Count == 0 ? [] : [.. entry.InheritedTags.Concat(TagsOf(entry.Config)).Distinct().Order(StringComparer.Ordinal)],
            Needs = target.Id is { } id ? [id] : [],
            Generic = test,
        };
    }

    private static NodeCode? ParseCode(TestText text) =>
        NodeCode.Of(TemplateParser.Parse(new SourceText(text.File, text.Code), TemplateDialect.Dbt).Value);

    /// <summary>What the test refers to; its configs count as a `config()` after those that its macro calls.</summary>
    private ModelDeclaration Declare(GenericTestEntry entry, TestTarget target, GenericTest test)
    {
        ModelDeclaration declaration = DeclarationRenderer.IsConstant(test, session.Scope)
            ? target.Declare(entry.Location, MacroDependencies.OfTest(test, target.PackageName, session.Scope))
            : Render(entry, target, test);
        return new ModelDeclaration
        {
            Refs = declaration.Refs,
            Sources = declaration.Sources,
            Macros = declaration.Macros,
            Configs = entry.Config.Entries.Count == 0 ? declaration.Configs : [.. declaration.Configs, new ConfigCall(entry.Config, entry.Location)],
        };
    }

    private ModelDeclaration Render(GenericTestEntry entry, TestTarget target, GenericTest test)
    {
        Checked<ModelDeclaration> declared = DeclarationRenderer.DeclareTest(test, target.PackageName, entry.Location, session.Scope);
        session.Report(declared.Diagnostics);
        return declared.Value ?? new ModelDeclaration();
    }

    private static GenericTestName NameOf(GenericTestEntry entry, TestTarget target)
    {
        if (entry.CustomName is { } custom)
        {
            return new GenericTestName(custom, custom);
        }

        string name = target.IsSource ? $"source_{entry.Name}" : entry.Name;
        return GenericTestName.Of(entry.Namespace is null ? name : $"{entry.Namespace}_{name}", target.Name, entry.Arguments);
    }

    /// <summary>The macro of the test: in the named package, or in the test's own package, the root project or the embedded library.</summary>
    private Macro? FindMacro(GenericTestEntry entry, TestTarget target)
    {
        string macroName = $"test_{entry.Name}";
        string[] packages = entry.Namespace is { } space
            ? [space]
            : [target.PackageName, session.Project.ProjectName, MacroRegistry.InternalPackage];
        foreach (string package in packages)
        {
            if (session.Macros.TryFind(package, macroName, out Macro? macro))
            {
                return macro;
            }
        }

        string written = entry.Namespace is null ? entry.Name : $"{entry.Namespace}.{entry.Name}";
        Diagnostic unknown = Diagnostic.Error(ResolutionCodes.UnknownTest, $"generic test `{written}` does not exist", entry.Location);
        session.Report(unknown.WithHint(Spelling.DidYouMean(written, KnownTests(packages, entry.Namespace))));
        return null;
    }

    private IEnumerable<string> KnownTests(string[] packages, string? space) => session.Macros.All
        .Where(m => packages.Contains(m.PackageName) && m.Name.StartsWith("test_", StringComparison.Ordinal))
        .Select(m => space is null ? m.Name["test_".Length..] : $"{space}.{m.Name["test_".Length..]}");

    private static IEnumerable<string> TagsOf(DictValue config) => !config.TryGet("tags", out Value? tags) ? [] : tags switch
    {
        ListValue list => list.Items.Select(t => t.ToText()),
        _ => [tags.ToText()],
    };

    /// <summary>The text that dbt gives the test's node.</summary>
    private static string RawCode(GenericTestEntry entry)
    {
        string macro = entry.Namespace is null ? $"test_{entry.Name}" : $"{entry.Namespace}.test_{entry.Name}";
        string call = $"{{{{ {macro}(**_dbt_generic_test_kwargs) }}}}";
        if (entry.Config.Entries.Count == 0)
        {
            return call;
        }

        IEnumerable<string> configs = entry.Config.Entries.Select(e => $"{e.Key.ToText()}={Literal(e.Value)}");
        return $"{call}{{{{ config({string.Join(",", configs)}) }}}}";
    }

    private static string Literal(Value value) =>
        value is StringValue text ? $"\"{text.Text.Replace("\"", "\\\"", StringComparison.Ordinal)}\"" : value.ToText();

    /// <summary>The text of a test's node, and the file that is named where it fails.</summary>
    private sealed record TestText(string File, string Code);
}
