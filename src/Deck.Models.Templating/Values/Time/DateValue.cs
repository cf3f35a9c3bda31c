using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Templating.Values;

/// <summary>Python's datetime.date.</summary>
public sealed class DateValue(DateOnly day) : Value
{
    /// <summary>The day.</summary>
    public DateOnly Day { get; } = day;

    public override string TypeName => "datetime.date";

    public override string Repr() => $"datetime.date({Day.Year}, {Day.Month}, {Day.Day})";

    public override string ToText() => Day.ToString("yyyy-MM-dd");

    public override IEnumerable<string> MemberNames => DateMethods.OfDate.Names;

    public override Value? GetAttribute(string name) => DateMethods.OfDate.Bind(this, name) ?? TimeClasses.OfDay(name);

    public override bool Equals([NotNullWhen(true)] Value? other) => other is DateValue date && Day == date.Day;

    public override int GetHashCode() => Day.GetHashCode();

    protected internal override Value? Operate(BinaryOperator op, Value other, bool reflected) =>
        (op, other) switch
        {
            (BinaryOperator.Add, TimeDeltaValue delta) => Shift(delta.Days),
            (BinaryOperator.Subtract, TimeDeltaValue delta) when !reflected => Shift(-delta.Days),
            (BinaryOperator.Subtract, DateValue date) when !reflected => new TimeDeltaValue((Int128)(Day.DayNumber - date.Day.DayNumber) * TimeDeltaValue.Day),
            _ => null,
        };

    protected internal override bool? Order(CompareOperator op, Value other) =>
        other switch
        {
            DateValue date => NumericOrder.Holds(op, Day.CompareTo(date.Day)),
            DateTimeValue => throw TemplateException.TypeError("can't compare datetime.datetime to datetime.date"),
            _ => null,
        };

    protected internal override string Format(string specification) =>
        specification.Length == 0 ? ToText() : TimeFormat.Format(Day.ToDateTime(TimeOnly.MinValue), null, specification);

    private DateValue Shift(long days)
    {
        long number = Day.DayNumber + days;
        return number >= 0 && number <= DateOnly.MaxValue.DayNumber
            ? new DateValue(DateOnly.FromDayNumber((int)number))
            : throw new TemplateException("OverflowError", "date value out of range");
    }
}
