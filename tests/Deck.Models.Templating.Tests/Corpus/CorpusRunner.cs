using System.Text.Json;
using Deck.Models.Templating.Blocks;
using Deck.Models.Templating.Builtins;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Tests.Corpus;

/// <summary>Runs one case and says how its outcome differs from what is expected.</summary>
internal static class CorpusRunner
{
    private static readonly Dictionary<string, Value> DbtGlobals = new([.. GlobalFunctions.Jinja, .. GlobalFunctions.Dbt(TimeProvider.System)]);

    /// <summary>The difference, or null where there is none.</summary>
    public static string? Differs(CorpusCase test)
    {
        CorpusOutcome outcome;
        try
        {
            outcome = test.Mode == "blocks" ? RunBlocks(test) : RunTemplate(test);
        }
        catch (Exception crash)
        {
            return $"crashed: {crash.GetType().Name}: {crash.Message} {crash.StackTrace?.Split('\n').FirstOrDefault()}";
        }

        return Matches(test, outcome) ? null : $"expected {Expectation(test)}, got {outcome}";
    }

    private static CorpusOutcome RunTemplate(CorpusCase test)
    {
        bool isDbt = test.Mode != "text";
        CorpusScope scope = new(isDbt ? DbtGlobals : GlobalFunctions.Jinja);
        RenderSession session = new(scope, new RenderOptions { ChainUndefined = test.Mode == "dbt_parse" });
        if (isDbt)
        {
            DbtContext.Fill(scope, test.Vars);
        }

        scope.AddContext(test.Context);
        if (test.Macros is not null)
        {
            DbtContext.AddMacros(scope, session, test.Macros);
        }

        if (isDbt)
        {
            scope.Add("context", new DictValue(scope.All));
        }

        Checked<Template> parsed = TemplateParser.Parse(new SourceText("case.sql", test.Template), isDbt ? TemplateDialect.Dbt : TemplateDialect.Jinja);
        if (!parsed.Succeeded(out Template? template))
        {
            return new CorpusOutcome(Error: parsed.Diagnostics[0]);
        }

        if (test.Mode == "native")
        {
            Checked<Value> native = session.RenderNative(template);
            return native.Succeeded(out Value? value) ? new CorpusOutcome(Native: value) : new CorpusOutcome(Error: native.Diagnostics[0]);
        }

        Checked<RenderedText> rendered = session.RenderText(template);
        return rendered.Succeeded(out RenderedText? text) ? new CorpusOutcome(Text: text.Text) : new CorpusOutcome(Error: rendered.Diagnostics[0]);
    }

    private static CorpusOutcome RunBlocks(CorpusCase test)
    {
        BlockKinds allowed = test.Allowed.Aggregate(BlockKinds.None, (all, name) => all | KindOf(name));
        SourceText source = new("case.sql", test.Template);
        Checked<TemplateBlockList> result = BlockLexer.Extract(source, allowed, test.WithText);
        return result.Succeeded(out TemplateBlockList? list)
            ? new CorpusOutcome(Blocks: string.Join('\n', list.Blocks.Select(b => Describe(source, b))))
            : new CorpusOutcome(Error: result.Diagnostics[0]);
    }

    private static BlockKinds KindOf(string name) => name == "data_test" ? BlockKinds.DataTest : Enum.Parse<BlockKinds>(name, ignoreCase: true);

    private static string Describe(SourceText source, TemplateBlock block)
    {
        string kind = block.Kind switch { BlockKinds.None => "__dbt__data", BlockKinds.DataTest => "data_test", _ => block.Kind.ToString().ToLowerInvariant() };
        return string.Join('|', kind, block.Name, source.Slice(block.Contents).Content, source.Slice(block.Whole).Content);
    }

    private static bool Matches(CorpusCase test, CorpusOutcome outcome)
    {
        if (test.Error is { } error)
        {
            return outcome.Error is { } raised && IsSameFamily(test.Mode, error, raised.Code);
        }

        if (test.Expect is { ValueKind: JsonValueKind.Object } expected && expected.TryGetProperty("$return", out _))
        {
            return outcome.Error?.Code == TemplateDiagnostics.Compilation;
        }

        return outcome.Error is null && test.Expect is { } json && test.Mode switch
        {
            "blocks" => outcome.Blocks == string.Join('\n', json.EnumerateArray().Select(b => string.Join('|', b.EnumerateArray().Select(p => p.GetString())))),
            "native" => IsSameValue(json, outcome.Native!),
            _ => outcome.Text == json.GetString(),
        };
    }

    private static bool IsSameFamily(string mode, string error, DiagnosticCode code)
    {
        bool compileTime = error is "TemplateSyntaxError" or "TemplateAssertionError" or "SyntaxError";
        return mode == "blocks"
            || (compileTime && (code == TemplateDiagnostics.Syntax || code == TemplateDiagnostics.UnknownFilterOrTest))
            || (!compileTime && code == TemplateDiagnostics.CodeOf(error));
    }

    private static bool IsSameValue(JsonElement json, Value value)
    {
        Value expected = CorpusValues.Read(json);
        return expected.TypeName == value.TypeName && expected.Repr() == value.Repr();
    }

    private static string Expectation(CorpusCase test) => test.Error ?? test.Expect?.GetRawText() ?? "";
}
