using System.Text;

namespace Deck.Models.Templating.Values;

/// <summary>Walks a C-style template, and hands out the arguments that its directives ask for.</summary>
/// <remarks>As in CPython, a directive's key replaces what there is to hand out by the value found, which its width may take instead of the directive.</remarks>
internal sealed class PercentReader
{
    private const int MaxNumber = 1_000_000;

    private readonly string template;
    private readonly bool isMarkup;

    /// <summary>What keys are looked up in; null where the arguments have no items.</summary>
    private readonly Value? mapping;
    private TupleValue left;
    private int at;
    private int used;

    public PercentReader(StringValue template, Value arguments)
    {
        this.template = template.Text;
        isMarkup = template.IsMarkup;
        mapping = HasItems(arguments) ? arguments : null;
        left = arguments as TupleValue ?? Value.Tuple(arguments);
    }

    /// <summary>Copies text up to the next directive and reads it; false at the end.</summary>
    public bool TryNext(StringBuilder text, out PercentDirective directive)
    {
        while (template.IndexOf('%', at) is var percent and >= 0)
        {
            text.Append(template, at, percent - at);
            at = percent + 1;
            if (Peek() != '%')
            {
                directive = ReadDirective();
                return true;
            }

            at++;
            text.Append('%');
        }

        text.Append(template, at, template.Length - at);
        directive = default;
        return false;
    }

    /// <summary>The next argument that no directive took.</summary>
    public Value Next() =>
        used < left.Items.Length ? left.Items[used++] : throw TemplateException.TypeError("not enough arguments for format string");

    /// <summary>Python complains about arguments that no directive took.</summary>
    public void DemandAllUsed()
    {
        if (mapping is null && used < left.Items.Length)
        {
            throw TemplateException.TypeError("not all arguments converted during string formatting");
        }
    }

    /// <summary>Whether a value's type has items, which `%(key)s` can look into; such an argument need not be used up.</summary>
    private static bool HasItems(Value value) => value is DictValue or ListValue or RangeValue or UndefinedValue || value.IsMapping;

    private Value Find(string key)
    {
        if (mapping is UndefinedValue undefined)
        {
            return undefined.Chains ? undefined : throw undefined.Failure();
        }

        return mapping is ListValue or RangeValue
            ? throw TemplateException.TypeError($"{mapping.TypeName} indices must be integers or slices, not str")
            : mapping?.GetItem(new StringValue(key)) ?? throw new TemplateException("KeyError", StringRepr.Of(key));
    }

    private PercentDirective ReadDirective()
    {
        if (Peek() == '(')
        {
            left = Value.Tuple(Find(ReadKey()));
            used = 0;
        }

        int start = at;
        while (Peek() is '-' or '+' or ' ' or '#' or '0')
        {
            at++;
        }

        string flags = template[start..at];
        int width = ReadNumber(long.MaxValue);
        // A negative width from an argument means left alignment.
        (flags, width) = width < -1 ? (flags + "-", -width) : (flags, width);
        int precision = -1;
        if (Peek() == '.')
        {
            at++;
            precision = Math.Max(ReadNumber(int.MaxValue), 0);
        }

        at += Peek() is 'h' or 'l' or 'L' ? 1 : 0;
        return at < template.Length ? new PercentDirective(flags, width, precision, template[at++]) : throw TemplateException.ValueError("incomplete format");
    }

    private char Peek() => at < template.Length ? template[at] : '\0';

    private string ReadKey()
    {
        if (mapping is null)
        {
            throw TemplateException.TypeError("format requires a mapping");
        }

        int start = ++at;
        int depth = 1;
        for (; at < template.Length; at++)
        {
            depth += template[at] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
            {
                return template[start..at++];
            }
        }

        throw TemplateException.ValueError("incomplete format key");
    }

    /// <summary>A width or precision; those among the arguments may be up to the C type's <paramref name="greatest"/>.</summary>
    private int ReadNumber(long greatest)
    {
        if (Peek() == '*')
        {
            at++;
            return NumberFrom(Next(), greatest);
        }

        int start = at;
        int number = 0;
        for (; Peek() is >= '0' and <= '9'; at++)
        {
            number = (number * 10) + (template[at] - '0');
            if (number > MaxNumber)
            {
                throw TemplateException.ValueError("width too big");
            }
        }

        return at == start ? -1 : number;
    }

    /// <summary>A width or precision among the arguments; Markup wraps its arguments, so that none is an int.</summary>
    private int NumberFrom(Value argument, long greatest)
    {
        if (isMarkup || !IntegerValue.TryFrom(argument, out IntegerValue? given))
        {
            throw TemplateException.TypeError("* wants int");
        }

        return given.Big <= greatest && given.Big >= -greatest
            ? (int)Math.Clamp(given.Clamped, -int.MaxValue, int.MaxValue)
            : throw new TemplateException("OverflowError", "Python int too large to convert to C int");
    }
}
