using System.Text;

namespace Deck.Models.Templating.Values;

/// <summary>Walks a C-style template, and hands out the arguments that its directives ask for.</summary>
internal sealed class PercentReader(string template, Value arguments)
{
    private readonly TupleValue? tuple = arguments as TupleValue;
    private int at;
    private int used;
    private bool byKey;

    /// <summary>True for what `%(key)s` can look into; such an argument need not be used up.</summary>
    private bool IsMapping => arguments is not (TupleValue or StringValue) && (arguments is DictValue or ListValue or RangeValue or UndefinedValue || arguments.IsMapping);

    /// <summary>Copies text up to the next directive and reads it; false at the end.</summary>
    public bool TryNext(StringBuilder text, out PercentDirective directive)
    {
        int percent = template.IndexOf('%', at);
        directive = default;
        if (percent < 0)
        {
            text.Append(template, at, template.Length - at);
            return false;
        }

        text.Append(template, at, percent - at);
        at = percent + 1;
        if (Peek() == '%')
        {
            at++;
            text.Append('%');
            return TryNext(text, out directive);
        }

        directive = ReadDirective();
        return true;
    }

    /// <summary>The value for a directive: by key, the next of a tuple, or the single one.</summary>
    public Value Argument(PercentDirective directive)
    {
        if (directive.Key is not string key)
        {
            return Next();
        }

        byKey = true;
        if (arguments is UndefinedValue undefined)
        {
            return undefined.Chains ? undefined : throw undefined.Failure();
        }

        if (!IsMapping)
        {
            throw TemplateException.TypeError("format requires a mapping");
        }

        if (arguments is ListValue or RangeValue)
        {
            throw TemplateException.TypeError($"{arguments.TypeName} indices must be integers or slices, not str");
        }

        return arguments.GetItem(new StringValue(key)) ?? throw new TemplateException("KeyError", StringRepr.Of(key));
    }

    /// <summary>Python complains about arguments that no directive took.</summary>
    public void DemandAllUsed()
    {
        bool left = tuple is not null ? used < tuple.Items.Length : used == 0 && !byKey && !IsMapping;
        if (left)
        {
            throw TemplateException.TypeError("not all arguments converted during string formatting");
        }
    }

    private Value Next()
    {
        if (tuple is not null ? used >= tuple.Items.Length : used > 0 || byKey)
        {
            throw TemplateException.TypeError("not enough arguments for format string");
        }

        used++;
        return tuple is null ? arguments : tuple.Items[used - 1];
    }

    private PercentDirective ReadDirective()
    {
        string? key = Peek() == '(' ? ReadKey() : null;
        int start = at;
        while (Peek() is '-' or '+' or ' ' or '#' or '0')
        {
            at++;
        }

        string flags = template[start..at];
        int width = ReadNumber();
        // A negative width from an argument means left alignment.
        (flags, width) = width < -1 ? (flags + "-", -width) : (flags, width);
        int precision = -1;
        if (Peek() == '.')
        {
            at++;
            precision = Math.Max(ReadNumber(), 0);
        }

        while (Peek() is 'h' or 'l' or 'L')
        {
            at++;
        }

        if (at >= template.Length)
        {
            throw TemplateException.ValueError("incomplete format");
        }

        return new PercentDirective(key, flags, width, precision, template[at++]);
    }

    private char Peek() => at < template.Length ? template[at] : '\0';

    private string ReadKey()
    {
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

    private int ReadNumber()
    {
        if (Peek() == '*')
        {
            at++;
            return IntegerValue.TryFrom(Next(), out IntegerValue? given)
                ? (int)Math.Clamp(given.Clamped, -1_000_000, 1_000_000)
                : throw TemplateException.TypeError("* wants int");
        }

        int start = at;
        int number = 0;
        for (; Peek() is >= '0' and <= '9'; at++)
        {
            number = (number * 10) + (template[at] - '0');
            if (number > 1_000_000)
            {
                throw TemplateException.ValueError("width too big");
            }
        }

        return at == start ? -1 : number;
    }
}
