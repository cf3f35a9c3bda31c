using Deck.Models.Templating;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Relations;

/// <summary>`api.Column`: the class, callable, with its type names.</summary>
internal sealed class ColumnClassValue : Value
{
    private static readonly Signature Parameters =
        Signature.Parse("Column(column, dtype, char_size=None, numeric_precision=None, numeric_scale=None)");

    private static readonly MethodTable<ColumnClassValue> Methods = new(
        ("create(name, label_or_dtype)", (_, a) => new ColumnValue { Name = a[0].ToText(), Type = Translate(a[1].ToText()) }),
        ("translate_type(dtype)", (_, a) => Of(Translate(a[0].ToText()))),
        ("string_type(size)", (_, a) => Of($"character varying({a[0].ToText()})")),
        ("numeric_type(dtype, precision, scale)", (_, a) => Of(a[1].IsNone || a[2].IsNone ? a[0].ToText() : $"{a[0].ToText()}({a[1].ToText()},{a[2].ToText()})")),
        ("from_description(name, raw_data_type)", (_, a) => Describe(a[0].ToText(), a[1].ToText())));

    private ColumnClassValue()
    {
    }

    public static ColumnClassValue Instance { get; } = new();

    public override string TypeName => "type";

    public override bool IsCallable => true;

    public override string Repr() => "<class 'dbt.adapters.postgres.column.PostgresColumn'>";

    public override IEnumerable<string> MemberNames => Methods.Names;

    public override Value? GetAttribute(string name) => Methods.Bind(this, name);

    public override Value Call(Arguments arguments)
    {
        BoundArguments a = Parameters.Bind(arguments);
        return new ColumnValue
        {
            Name = a[0].ToText(),
            Type = a[1].ToText(),
            CharSize = ColumnValue.ToSize(a[2]),
            Precision = ColumnValue.ToSize(a[3]),
            Scale = ColumnValue.ToSize(a[4]),
        };
    }

    /// <summary>dbt's generic type names as PostgreSQL's.</summary>
    public static string Translate(string type) => type.ToUpperInvariant() switch
    {
        "STRING" => "TEXT",
        _ => type,
    };

    /// <summary>Reads a type with its sizes, such as `numeric(10,2)`.</summary>
    public static ColumnValue Describe(string name, string type)
    {
        int open = type.IndexOf('(');
        int close = type.IndexOf(')');
        if (open < 0 || close < open)
        {
            return new ColumnValue { Name = name, Type = type };
        }

        string[] sizes = type[(open + 1)..close].Split(',', StringSplitOptions.TrimEntries);
        string bare = (type[..open] + type[(close + 1)..]).Trim();
        int[] numbers = [.. sizes.Select(s => int.TryParse(s, out int n) ? n : throw TemplateException.CompilationError($"Could not interpret data_type \"{type}\""))];
        return numbers.Length == 1
            ? new ColumnValue { Name = name, Type = bare, CharSize = numbers[0] }
            : new ColumnValue { Name = name, Type = bare, Precision = numbers[0], Scale = numbers[1] };
    }
}
