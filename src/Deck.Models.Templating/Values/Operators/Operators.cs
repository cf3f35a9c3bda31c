namespace Deck.Models.Templating.Values;

/// <summary>Python's operators over template values.</summary>
/// <remarks>Wrong operands throw a <see cref="TemplateException"/> of Python's class with Python's message.</remarks>
public static class Operators
{
    /// <summary>What to write instead of `+` between a text and something else.</summary>
    internal const string JoinHint = "`~` joins values of any type as text";

    /// <summary>`left op right`.</summary>
    public static Value Binary(BinaryOperator op, Value left, Value right)
    {
        if (op == BinaryOperator.Concatenate)
        {
            return new StringValue(string.Concat(left.ToText(), right.ToText()));
        }

        // Python asks the left side, then the right one; float's own method knows ints too, so an int left of it declines.
        return left.Operate(op, right, false) ?? right.Operate(op, left, true) ?? throw Unsupported(op, left, right);
    }

    /// <summary>`-operand`.</summary>
    public static Value Negate(Value operand) =>
        operand switch
        {
            IntegerValue integer => IntegerMath.Subtract(IntegerValue.Zero, integer),
            BooleanValue boolean => IntegerMath.Subtract(IntegerValue.Zero, boolean.AsInteger),
            FloatValue real => new FloatValue(-real.Number),
            DecimalValue { Number.IsNaN: true } => operand,
            DecimalValue number => new DecimalValue(DecimalMath.Round(number.Number.IsZero ? number.Number.WithoutSign() : number.Number.Negated())),
            UndefinedValue undefined => throw undefined.Failure(),
            _ => operand.Negated() ?? throw TemplateException.TypeError($"bad operand type for unary -: '{operand.TypeName}'"),
        };

    /// <summary>`+operand`.</summary>
    public static Value Plus(Value operand) =>
        operand switch
        {
            IntegerValue or FloatValue => operand,
            BooleanValue boolean => boolean.AsInteger,
            DecimalValue number => new DecimalValue(DecimalMath.Round(number.Number)),
            UndefinedValue undefined => throw undefined.Failure(),
            _ when operand.Negated() is not null => operand,
            _ => throw TemplateException.TypeError($"bad operand type for unary +: '{operand.TypeName}'"),
        };

    /// <summary>`not operand`.</summary>
    public static Value Not(Value operand) => Value.Of(!operand.IsTrue);

    /// <summary>One comparison; chains (`a &lt; b &lt; c`) are the caller's.</summary>
    public static bool Compare(CompareOperator op, Value left, Value right)
    {
        switch (op)
        {
            case CompareOperator.Equal:
                return AreEqual(left, right);
            case CompareOperator.NotEqual:
                return !AreEqual(left, right);
            case CompareOperator.In:
                return Contains(right, left);
            case CompareOperator.NotIn:
                return !Contains(right, left);
            default:
                return left.Order(op, right) ?? right.Order(Mirror(op), left)
                    ?? throw TemplateException.TypeError($"'{Symbol(op)}' not supported between instances of '{left.TypeName}' and '{right.TypeName}'");
        }
    }

    /// <summary>Python's `==`: both sides are asked, but two of one type only once, or nested lists that differ would be walked twice at every level.</summary>
    internal static bool AreEqual(Value left, Value right) => left.Equals(right) || (left.GetType() != right.GetType() && right.Equals(left));

    /// <summary>Python's `item in container`.</summary>
    public static bool Contains(Value container, Value item)
    {
        if (container.ContainsItem(item) is bool known)
        {
            return known;
        }

        IEnumerator<Value> walk = container.Iterate() ?? throw TemplateException.TypeError($"argument of type '{container.TypeName}' is not iterable");
        while (walk.MoveNext())
        {
            if (SequenceOrder.Same(walk.Current, item))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The iterator of a value; TypeError where it has none.</summary>
    public static IEnumerator<Value> Iterate(Value value) =>
        value.Iterate() ?? throw TemplateException.TypeError($"'{value.TypeName}' object is not iterable");

    /// <summary>The elements for `a, b = value`: exactly <paramref name="count"/>, or ValueError.</summary>
    public static Value[] Unpack(Value value, int count)
    {
        IEnumerator<Value> walk = value.Iterate() ?? throw TemplateException.TypeError($"cannot unpack non-iterable {value.TypeName} object");
        var items = new Value[count];
        for (int i = 0; i < count; i++)
        {
            items[i] = walk.MoveNext() ? walk.Current : throw TemplateException.ValueError($"not enough values to unpack (expected {count}, got {i})");
        }

        return walk.MoveNext() ? throw TemplateException.ValueError($"too many values to unpack (expected {count})") : items;
    }

    /// <summary>Python's `len`.</summary>
    public static int Length(Value value) =>
        value.Length ?? throw TemplateException.TypeError($"object of type '{value.TypeName}' has no len()");

    private static CompareOperator Mirror(CompareOperator op) =>
        op switch
        {
            CompareOperator.Less => CompareOperator.Greater,
            CompareOperator.LessOrEqual => CompareOperator.GreaterOrEqual,
            CompareOperator.Greater => CompareOperator.Less,
            _ => CompareOperator.LessOrEqual,
        };

    private static TemplateException Unsupported(BinaryOperator op, Value left, Value right)
    {
        Value? sequence = left is StringValue or ListValue or TupleValue ? left : right is StringValue or ListValue or TupleValue ? right : null;
        if (op == BinaryOperator.Multiply && sequence is not null)
        {
            Value other = ReferenceEquals(sequence, left) ? right : left;
            return TemplateException.TypeError($"can't multiply sequence by non-int of type '{other.TypeName}'");
        }

        return new TemplateException("TypeError", $"unsupported operand type(s) for {Symbol(op)}: '{left.TypeName}' and '{right.TypeName}'")
        {
            Hint = op == BinaryOperator.Add && (left is StringValue || right is StringValue) ? JoinHint : null,
        };
    }

    private static string Symbol(BinaryOperator op) =>
        op switch
        {
            BinaryOperator.Add => "+",
            BinaryOperator.Subtract => "-",
            BinaryOperator.Multiply => "*",
            BinaryOperator.Divide => "/",
            BinaryOperator.FloorDivide => "//",
            BinaryOperator.Modulo => "%",
            BinaryOperator.Power => "** or pow()",
            _ => "~",
        };

    private static string Symbol(CompareOperator op) =>
        op switch
        {
            CompareOperator.Less => "<",
            CompareOperator.LessOrEqual => "<=",
            CompareOperator.Greater => ">",
            _ => ">=",
        };
}
