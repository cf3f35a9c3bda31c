using System.Text.Json;
using Deck.Models.Engine.Loading.Rendering;
using Deck.Models.Templating.Blocks;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Tests.Corpus;

/// <summary>A small stand-in for dbt's context: variables, dispatch, exceptions, and the macros of a case.</summary>
internal static class DbtContext
{
    public static void Fill(CorpusScope scope, JsonElement? vars)
    {
        DictValue known = vars is { } given ? (DictValue)CorpusValues.Read(given) : new DictValue();
        scope.Add("return", DbtFunctions.Return);
        scope.Add("log", FunctionValue.Of("log(msg, info=False)", _ => Value.Of("")));
        scope.Add("print", FunctionValue.Of("print(msg)", _ => Value.Of("")));
        scope.Add("fromyaml", YamlFunctions.FromYaml);
        scope.Add("toyaml", YamlFunctions.ToYaml);
        scope.Add("var", FunctionValue.Of("var(var_name, default=...)", a => Var(known, a[0], a.Find(1))));
        scope.Add("exceptions", new HostObject("Exceptions", new()
        {
            ["raise_compiler_error"] = FunctionValue.Of("raise_compiler_error(msg, node=None)", a => throw TemplateException.CompilationError(a[0].ToText())),
            ["warn"] = FunctionValue.Of("warn(msg, node=None)", _ => Value.Of("")),
        }));
        scope.Add("adapter", new HostObject("Adapter", new()
        {
            ["dispatch"] = FunctionValue.Of("dispatch(macro_name, macro_namespace=None)", a => Dispatch(scope, a[0].ToText())),
            ["quote"] = FunctionValue.Of("quote(identifier)", a => Value.Of($"\"{a[0].ToText()}\"")),
            ["type"] = FunctionValue.Of("type()", _ => Value.Of("postgres")),
        }));
    }

    public static void AddMacros(CorpusScope scope, RenderSession session, string macros)
    {
        SourceText file = new("macros.sql", macros);
        Checked<TemplateBlockList> blocks = BlockLexer.Extract(file, BlockKinds.Macro | BlockKinds.Materialization | BlockKinds.Test);
        foreach (TemplateBlock block in blocks.Value?.Blocks ?? [])
        {
            Checked<Template> parsed = TemplateParser.Parse(file.Slice(block.Whole), TemplateDialect.Dbt);
            if (parsed.Succeeded(out Template? template))
            {
                scope.Add(template.MacroName!["dbt_macro__".Length..], session.Bind(template));
            }
            else
            {
                // As in dbt, a macro's mistake shows when it is called.
                scope.Add(block.Name, new FunctionValue(block.Name, _ => throw new TemplateException(parsed.Diagnostics[0])));
            }
        }
    }

    private static Value Var(DictValue vars, Value name, Value? otherwise) =>
        vars.Entries.TryGetValue(name, out Value? value) ? value
        : otherwise ?? throw TemplateException.CompilationError($"Required var '{name.ToText()}' not found in config");

    private static Value Dispatch(CorpusScope scope, string name) =>
        scope.TryGet("postgres__" + name, out Value? macro) || scope.TryGet("default__" + name, out macro)
            ? macro
            : throw TemplateException.CompilationError($"In dispatch: No macro named '{name}' found");
}
