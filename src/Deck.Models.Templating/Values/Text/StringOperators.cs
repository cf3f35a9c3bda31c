using System.Text;

namespace Deck.Models.Templating.Values;

/// <summary>Python's operators on str: joining, repetition, C-style formatting; Markup escapes the other side.</summary>
internal static class StringOperators
{
    public static Value? Apply(BinaryOperator op, StringValue text, Value other, bool reflected) =>
        op switch
        {
            BinaryOperator.Add => Add(text, other, reflected),
            BinaryOperator.Multiply => Repeat(text, other) ?? (text.IsMarkup && !reflected
                ? throw TemplateException.TypeError($"can't multiply sequence by non-int of type '{other.TypeName}'")
                : null),
            BinaryOperator.Modulo when !reflected => PercentFormat.Apply(text, other),
            _ => null,
        };

    public static string Repeat(string text, long count)
    {
        if (count <= 0 || text.Length == 0)
        {
            return "";
        }

        SequenceLimits.Demand(text.Length, count);
        return text.Length == 1 ? new string(text[0], (int)count) : new StringBuilder(text.Length * (int)count).Insert(0, text, (int)count).ToString();
    }

    private static StringValue? Add(StringValue text, Value other, bool reflected)
    {
        if (other is not StringValue second)
        {
            return reflected || other.IsUndefined ? null : throw new TemplateException("TypeError", $"can only concatenate str (not \"{other.TypeName}\") to str") { Hint = Operators.JoinHint };
        }

        SequenceLimits.Demand(1, (long)text.Text.Length + second.Text.Length);
        (StringValue left, StringValue right) = reflected ? (second, text) : (text, second);
        return left.IsMarkup || right.IsMarkup
            ? StringValue.Markup(Html.Escape(left).Text + Html.Escape(right).Text)
            : new StringValue(string.Concat(left.Text, right.Text));
    }

    private static StringValue? Repeat(StringValue text, Value other) =>
        IntegerValue.TryFrom(other, out IntegerValue? count) ? text.Like(Repeat(text.Text, count.Clamped)) : null;
}
