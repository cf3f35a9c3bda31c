using System.Text.RegularExpressions;

namespace Deck.Models.Templating.Values;

/// <summary>Python's re.Match; places count code points.</summary>
internal sealed class MatchValue(PatternValue pattern, string text, Match match) : Value
{
    private static readonly MethodTable<MatchValue> Methods = new MethodTable<MatchValue>(
        ("group(*groups)", (m, a) => m.Groups(a.Rest(0))),
        ("groups(default=None)", (m, a) => TupleValue.Own([.. m.Numbers.Skip(1).Select(n => m.TextOf(n, a[0]))])),
        ("groupdict(default=None)", (m, a) => m.Named(a[0])),
        ("start(group=0, /)", (m, a) => Of(m.Span(m.Find(a[0])).Start)),
        ("end(group=0, /)", (m, a) => Of(m.Span(m.Find(a[0])).End)),
        ("span(group=0, /)", (m, a) => m.Place(m.Find(a[0]))),
        ("expand(template)", (m, a) => Of(ReplacementTemplate.Expand(a.Text(0), m.Pattern, m.Match))))
        .WithProperties(
            ("string", m => Of(m.Subject)),
            ("re", m => m.Pattern),
            ("pos", _ => Of(0L)),
            ("endpos", m => Of(CodePoints.Count(m.Subject))),
            ("regs", m => TupleValue.Own([.. m.Numbers.Select(n => m.Place(m.Match.Groups[n]))])),
            ("lastgroup", m => m.Pattern.GroupNames.FirstOrDefault(group => group.Value == m.LastIndex).Key is string name ? Of(name) : None),
            ("lastindex", m => m.LastIndex is int last ? Of(last) : None));

    public override string TypeName => "re.Match";

    private PatternValue Pattern => pattern;

    private Match Match => match;

    private string Subject => text;

    private IEnumerable<int> Numbers => Enumerable.Range(0, pattern.GroupCount + 1);

    private int? LastIndex => pattern.LastClosed(match);

    public override string Repr() => $"<re.Match object; span=({Span(match).Start}, {Span(match).End}), match={StringRepr.Of(match.Value)}>";

    public override IEnumerable<string> MemberNames => Methods.Names;

    public override Value? GetAttribute(string name) => Methods.Bind(this, name);

    public override Value? GetItem(Value key) => Place(key) is int number and >= 0 ? TextOf(number, None) : null;

    private Value Groups(TupleValue wanted) =>
        wanted.Items.Length switch
        {
            0 => Of(match.Value),
            1 => TextOf(Number(wanted.Items[0]), None),
            _ => TupleValue.Own([.. wanted.Items.Select(key => TextOf(Number(key), None))]),
        };

    private Group Find(Value key) => match.Groups[Number(key)];

    private int Number(Value key) => Place(key) is int number and >= 0 ? number : throw new TemplateException("IndexError", "no such group");

    private int Place(Value key) => key switch
    {
        StringValue name => pattern.GroupNames.TryGetValue(name.Text, out int number) ? number : -1,
        _ when IntegerValue.TryFrom(key, out IntegerValue? index) && index.Clamped >= 0 && index.Clamped <= pattern.GroupCount => (int)index.Clamped,
        _ => -1,
    };

    private Value TextOf(int number, Value otherwise) => match.Groups[number].Success ? Of(match.Groups[number].Value) : otherwise;

    private DictValue Named(Value otherwise)
    {
        var named = new DictValue();
        foreach ((string name, int number) in pattern.GroupNames)
        {
            named.Set(name, TextOf(number, otherwise));
        }

        return named;
    }

    private TupleValue Place(Group group)
    {
        (int start, int end) = Span(group);
        return Tuple(Of(start), Of(end));
    }

    private (int Start, int End) Span(Group group)
    {
        if (!group.Success)
        {
            return (-1, -1);
        }

        int start = CodePoints.Count(text[..group.Index]);
        return (start, start + CodePoints.Count(group.Value));
    }
}
