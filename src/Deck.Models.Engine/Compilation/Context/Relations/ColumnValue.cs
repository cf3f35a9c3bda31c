using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Relations;

/// <summary>dbt's Column on PostgreSQL.</summary>
internal sealed class ColumnValue : Value
{
    private static readonly FrozenSet<string> Texts = FrozenSet.ToFrozenSet(["text", "character varying", "character", "varchar"], StringComparer.Ordinal);
    private static readonly FrozenSet<string> Integers = FrozenSet.ToFrozenSet(
        ["smallint", "integer", "bigint", "smallserial", "serial", "bigserial", "int2", "int4", "int8", "serial2", "serial4", "serial8"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Floats = FrozenSet.ToFrozenSet(["real", "float4", "float", "double precision", "float8", "double"], StringComparer.Ordinal);

    private static readonly MethodTable<ColumnValue> Members = new MethodTable<ColumnValue>(
        ("is_string()", (c, _) => Of(c.IsString)),
        ("is_number()", (c, _) => Of(c.IsNumeric || c.IsInteger || c.IsFloat)),
        ("is_numeric()", (c, _) => Of(c.IsNumeric)),
        ("is_integer()", (c, _) => Of(c.IsInteger)),
        ("is_float()", (c, _) => Of(c.IsFloat)),
        ("string_size()", (c, _) => Of(c.StringSize)),
        ("can_expand_to(other_column)", (c, a) => Of(a[0] is ColumnValue other && c.CanExpandTo(other))),
        ("literal(value)", (c, a) => Of($"{a[0].ToText()}::{c.DataType}")))
        .WithProperties(
            ("name", c => Of(c.Name)),
            ("column", c => Of(c.Name)),
            ("quoted", c => Of(RelationName.Quote(c.Name))),
            ("dtype", c => Of(c.Type)),
            ("data_type", c => Of(c.DataType)),
            ("char_size", c => Number(c.CharSize)),
            ("numeric_precision", c => Number(c.Precision)),
            ("numeric_scale", c => Number(c.Scale)));

    public required string Name { get; init; }

    /// <summary>The type without its sizes, such as `character varying`.</summary>
    public required string Type { get; init; }

    public int? CharSize { get; init; }

    public int? Precision { get; init; }

    public int? Scale { get; init; }

    /// <summary>The type as SQL writes it: `character varying(20)`, `numeric(10,2)`, `text`.</summary>
    public string DataType =>
        IsString ? Type == "text" || (CharSize is null && Type is "character varying" or "varchar") ? Type == "varchar" ? "character varying" : Type : $"character varying({StringSize})"
        : IsNumeric && Precision is not null && Scale is not null ? $"{Type}({Precision},{Scale})"
        : Type;

    public override string TypeName => "PostgresColumn";

    private bool IsString => Texts.Contains(Type.ToLowerInvariant());

    private bool IsNumeric => Type.ToLowerInvariant() is "numeric" or "decimal";

    private bool IsInteger => Integers.Contains(Type.ToLowerInvariant());

    private bool IsFloat => Floats.Contains(Type.ToLowerInvariant());

    private int StringSize => !IsString ? throw TemplateException.CompilationError("Called string_size() on non-string field!")
        : Type == "text" || CharSize is null ? 256
        : CharSize.Value;

    public override IEnumerable<string> MemberNames => Members.Names;

    public override Value? GetAttribute(string name) => Members.Bind(this, name);

    public override string Repr() =>
        $"PostgresColumn(column={Of(Name).Repr()}, dtype={Of(Type).Repr()}, char_size={Number(CharSize).Repr()}, "
        + $"numeric_precision={Number(Precision).Repr()}, numeric_scale={Number(Scale).Repr()})";

    public override bool Equals([NotNullWhen(true)] Value? other) =>
        other is ColumnValue c && (Name, Type, CharSize, Precision, Scale) == (c.Name, c.Type, c.CharSize, c.Precision, c.Scale);

    public override int GetHashCode() => HashCode.Combine(Name, Type);

    public static int? ToSize(Value value) =>
        value.IsNone || value.IsUndefined ? null
        : int.TryParse(value.ToText(), CultureInfo.InvariantCulture, out int size) ? size
        : throw TemplateException.CompilationError($"Could not interpret '{value.ToText()}' as a column's size");

    public bool CanExpandTo(ColumnValue other) => IsString && other.IsString && other.StringSize > StringSize;

    private static Value Number(int? number) => number is { } n ? Of(n) : None;
}
