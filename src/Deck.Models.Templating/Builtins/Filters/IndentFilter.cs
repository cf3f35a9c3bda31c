using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Builtins;

/// <summary>The filter `indent`.</summary>
internal static class IndentFilter
{
    public static Value Apply(Value input, Value width, bool first, bool blank)
    {
        string indention = width is StringValue text ? text.Text
            : IntegerValue.TryFrom(width, out IntegerValue? count) ? StringOperators.Repeat(" ", count.Clamped)
            : throw TemplateException.TypeError($"can't multiply sequence by non-int of type '{width.TypeName}'");
        if (input is not StringValue source)
        {
            throw input is ListValue
                ? new TemplateException("AttributeError", "'list' object has no attribute 'splitlines'")
                : (input as UndefinedValue)?.Failure() ?? TemplateException.TypeError($"unsupported operand type(s) for +=: '{input.TypeName}' and 'str'");
        }

        // The added line end makes an empty text one line, and keeps a final line end.
        List<string> lines = Whitespace.SplitLines(source.Text + "\n", false);
        SequenceLimits.Demand(Math.Max(indention.Length, 1), lines.Count);
        for (int i = 1; i < lines.Count; i++)
        {
            lines[i] = lines[i].Length > 0 || blank ? indention + lines[i] : lines[i];
        }

        return source.Like((first ? indention : "") + string.Join('\n', lines));
    }
}
