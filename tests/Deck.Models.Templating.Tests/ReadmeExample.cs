using System.Diagnostics.CodeAnalysis;
using Deck.Models.Templating.Builtins;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Tests;

/// <summary>The examples of the project's README, word for word.</summary>
internal static class ReadmeExample
{
    public static string Run()
    {
        SourceText source = new("orders.sql", "select * from {{ ref('stg_orders') }} where day > '{{ start }}'");
        Checked<Template> parsed = TemplateParser.Parse(source, TemplateDialect.Dbt);
        if (!parsed.Succeeded(out Template? template))
        {
            return string.Join('\n', parsed.Diagnostics.Select(DiagnosticFormatter.Format));
        }

        RenderSession session = new(new ProjectScope(), RenderOptions.Default with { MapSource = true });
        Checked<RenderedText> rendered = session.RenderText(template);
        if (!rendered.Succeeded(out RenderedText? output))
        {
            return string.Join('\n', rendered.Diagnostics.Select(DiagnosticFormatter.Format));
        }

        Location? origin = output.Map.OriginOf(output.Text.IndexOf("stg_orders"));
        return $"{output.Text}\n-- the name comes from {origin}";
    }

    internal sealed class ProjectScope : IRenderScope, IScopeNames
    {
        private readonly Dictionary<string, Value> names = new(GlobalFunctions.Jinja)
        {
            ["start"] = Value.Of("2024-01-01"),
            ["ref"] = FunctionValue.Of("ref(name, version=None)", a => new TableValue("analytics", a.Text(0))),
        };

        public IEnumerable<string> Names => names.Keys;

        public bool TryGet(string name, [NotNullWhen(true)] out Value? value) => names.TryGetValue(name, out value);
    }

    internal sealed class TableValue(string schema, string name) : Value
    {
        private static readonly MethodTable<TableValue> Members = new MethodTable<TableValue>(
            ("with_schema(schema)", (table, a) => new TableValue(a.Text(0), table.Name)))
            .WithProperties(("name", table => Of(table.Name)));

        public string Name { get; } = name;

        public override string TypeName => "Table";

        public override string Repr() => $"{schema}.{Name}";

        public override Value? GetAttribute(string name) => Members.Bind(this, name);

        public override IEnumerable<string> MemberNames => Members.Names;
    }
}
