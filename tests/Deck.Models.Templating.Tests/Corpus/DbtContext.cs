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
        scope.Add("return", DbtFunctions.Return);
        scope.Add("log", new FunctionValue("log", _ => Value.Of("")));
        scope.Add("print", new FunctionValue("print", _ => Value.Of("")));
        scope.Add("fromyaml", YamlFunctions.FromYaml);
        scope.Add("toyaml", YamlFunctions.ToYaml);
        scope.Add("var", new FunctionValue("var", a => Var(vars, a)));
        scope.Add("exceptions", new HostObject("Exceptions", new()
        {
            ["raise_compiler_error"] = new FunctionValue("raise_compiler_error", a => throw TemplateException.CompilationError(a.Positional[0].ToText())),
            ["warn"] = new FunctionValue("warn", _ => Value.Of("")),
        }));
        scope.Add("adapter", new HostObject("Adapter", new()
        {
            ["dispatch"] = new FunctionValue("dispatch", a => Dispatch(scope, a.Positional[0].ToText())),
            ["quote"] = new FunctionValue("quote", a => Value.Of($"\"{a.Positional[0].ToText()}\"")),
            ["type"] = new FunctionValue("type", _ => Value.Of("postgres")),
        }));
    }

    public static void AddMacros(CorpusScope scope, RenderSession session, string macros)
    {
        SourceText file = new("macros.sql", macros);
        Checked<TemplateBlockList> blocks = BlockLexer.Extract(file, BlockKinds.Macro | BlockKinds.Materialization | BlockKinds.Test);
        foreach (TemplateBlock block in blocks.Value?.Blocks ?? [])
        {
            Checked<Template> parsed = TemplateParser.Parse(file.Slice(block.Whole), TemplateDialect.Dbt);
            if (!parsed.Succeeded(out Template? template))
            {
                throw new CorpusParseException(parsed.Diagnostics[0]);
            }

            Value macro = session.Bind(template);
            scope.Add(template.MacroName!["dbt_macro__".Length..], macro);
        }
    }

    private static Value Var(JsonElement? vars, Arguments arguments)
    {
        Value name = arguments.Positional.Length > 0 ? arguments.Positional[0] : arguments.Named[0].Value;
        if (vars is { } all && all.TryGetProperty(name.ToText(), out JsonElement json))
        {
            return CorpusValues.Read(json);
        }

        return arguments.Positional.Length > 1
            ? arguments.Positional[1]
            : throw TemplateException.CompilationError($"Required var '{name.ToText()}' not found in config");
    }

    private static Value Dispatch(CorpusScope scope, string name) =>
        scope.TryGet("postgres__" + name, out Value? macro) || scope.TryGet("default__" + name, out macro)
            ? macro
            : throw TemplateException.CompilationError($"In dispatch: No macro named '{name}' found");
}
