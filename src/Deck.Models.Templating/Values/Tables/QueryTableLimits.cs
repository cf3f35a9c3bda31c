namespace Deck.Models.Templating.Values;

/// <summary>How much of a table `print_table` shows; null is no limit.</summary>
internal sealed record QueryTableLimits(int? Rows, int? Columns, int? Width, int? Precision)
{
    /// <summary>agate's own limit of rows.</summary>
    public const int UsualRows = 20;

    /// <summary>The limit that an argument gives.</summary>
    /// <exception cref="TemplateException">TypeError: it is neither int nor None.</exception>
    public static int? Of(Value argument) =>
        argument switch
        {
            NoneValue => null,
            IntegerValue limit => (int)Math.Clamp(limit.Clamped, int.MinValue + 1, int.MaxValue),
            _ => throw TemplateException.TypeError($"'<' not supported between instances of '{argument.TypeName}' and 'int'"),
        };
}
