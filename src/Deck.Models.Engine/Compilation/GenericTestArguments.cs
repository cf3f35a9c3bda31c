using System.Text.RegularExpressions;
using Deck.Models.Engine.Compilation.Context;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation;

/// <summary>Renders the keyword arguments of a generic test as dbt does (spec/jinja.md, 9).</summary>
internal static class GenericTestArguments
{
    private const string ColumnName = "column_name";

    /// <summary>dbt's pattern, interpreted: compiling it takes longer than all of its uses.</summary>
    private static readonly Regex FunctionCall = new(@"^\s*(env_var|ref|var|source|doc)\s*\(.+\)\s*$");

    /// <summary>Every text in the arguments, at any depth, rendered natively; `column_name` alone stays as it is.</summary>
    /// <returns>Null where a text failed; the reasons are among the diagnostics.</returns>
    public static Arguments? Render(DictValue arguments, NodeScope scope, List<Diagnostic> diagnostics)
    {
        List<KeyValuePair<string, Value>> rendered = [];
        bool failed = false;
        foreach ((Value key, Value value) in arguments.Entries)
        {
            string name = key.ToText();
            Value? result = name == ColumnName && value is StringValue ? value : Render(value, scope, diagnostics);
            failed |= result is null;
            rendered.Add(KeyValuePair.Create(name, result ?? Value.None));
        }

        return failed ? null : new Arguments([], [.. rendered]);
    }

    /// <summary>True where rendering would give every argument but `model` back as it is.</summary>
    public static bool AreConstant(DictValue arguments)
    {
        foreach ((Value key, Value value) in arguments.Entries)
        {
            if (key.ToText() is not (ColumnName or "model") && !IsConstant(value))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The callable of the test's macro, or null with a diagnostic.</summary>
    public static Value? FindMacro(GenericTest test, NodeScope scope, List<Diagnostic> diagnostics)
    {
        string[] parts = test.MacroId.Split('.');
        try
        {
            if (parts.Length == 3 && scope.TryGetMacro(parts[1], parts[2], out Value? macro))
            {
                return macro;
            }
        }
        catch (TemplateException e) when (e.Diagnostic is not null)
        {
            diagnostics.Add(e.Diagnostic);
            return null;
        }

        IEnumerable<string> known = scope.Invocation.Macros.All.Select(m => m.Name).Where(n => n.StartsWith("test_", StringComparison.Ordinal)).Select(n => n["test_".Length..]);
        diagnostics.Add(Diagnostic
            .Error(CompilationCodes.UnknownMacro, $"generic test `{test.Name}` does not exist", scope.Place)
            .WithHint(Spelling.DidYouMean(test.Name, known)));
        return null;
    }

    private static Value? Render(Value value, NodeScope scope, List<Diagnostic> diagnostics)
    {
        switch (value)
        {
            case StringValue text:
                return RenderText(text, scope, diagnostics);
            case ListValue list:
                Value?[] items = [.. list.Items.Select(i => Render(i, scope, diagnostics))];
                return Array.Exists(items, i => i is null) ? null : Value.List(items.OfType<Value>());
            case DictValue dict:
                DictValue copy = new();
                foreach ((Value key, Value inner) in dict.Entries)
                {
                    copy.Entries[key] = Render(inner, scope, diagnostics) ?? Value.None;
                }

                return copy;
            default:
                return value;
        }
    }

    private static bool IsConstant(Value value) => value switch
    {
        StringValue text => !IsTemplate(text.Text) && !IsFunctionCall(text.Text),
        ListValue list => list.Items.All(IsConstant),
        DictValue dict => dict.Entries.Values.All(IsConstant),
        _ => true,
    };

    private static bool IsTemplate(string text) => text.Contains('{', StringComparison.Ordinal);

    private static bool IsFunctionCall(string text) => text.Contains('(', StringComparison.Ordinal) && FunctionCall.IsMatch(text);

    private static Value? RenderText(StringValue text, NodeScope scope, List<Diagnostic> diagnostics)
    {
        string source = IsFunctionCall(text.Text) ? $"{{{{ {text.Text} }}}}" : text.Text;
        if (!IsTemplate(source))
        {
            return text;
        }

        scope.Reads.NoteText(source);
        Checked<Template> parsed = scope.Invocation.Parse(source);
        if (!parsed.Succeeded(out Template? template))
        {
            diagnostics.AddRange(parsed.Diagnostics);
            return null;
        }

        Checked<Value> rendered = scope.Session.RenderNative(template);
        diagnostics.AddRange(rendered.Diagnostics);
        return rendered.Value;
    }
}
