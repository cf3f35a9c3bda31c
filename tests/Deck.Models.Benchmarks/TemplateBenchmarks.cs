using BenchmarkDotNet.Attributes;
using Deck.Models.Templating;
using Deck.Models.Templating.Rendering;
using Deck.Models.Text;

namespace Deck.Models.Benchmarks;

/// <summary>The template engine by itself, on a model as teams write them.</summary>
[MemoryDiagnoser]
public class TemplateBenchmarks
{
    private const string Model = """
        {% set days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] %}
        {% macro cents_to_euros(column, digits=2) %}round(({{ column }} / 100.0)::numeric, {{ digits }}){% endmacro %}

        with source as (
            select * from raw.orders
        ),

        renamed as (
            select
                id,
                {{ cents_to_euros('amount') }} as amount_euros,
                {{ cents_to_euros('tax', digits=4) }} as tax_euros,
                {% for day in days %}
                count(*) filter (where to_char(created_at, 'day') = '{{ day }}') as on_{{ day | upper }}{% if not loop.last %},{% endif %}
                {% endfor %}
            from source
            {% if days | length > 3 %}where created_at > now() - interval '3 days'{% endif %}
            group by 1, 2, 3
        )

        select * from renamed

        """;

    private readonly SourceText text = new("models/model.sql", Model);
    private readonly Template template = Parse(new SourceText("models/model.sql", Model));

    [Benchmark]
    public object ParseModel() => Parse(text);

    [Benchmark]
    public object RenderModel() => new RenderSession(EmptyScope.Instance, new RenderOptions()).RenderText(template);

    private static Template Parse(SourceText text) =>
        TemplateParser.Parse(text, TemplateDialect.Dbt).Value ?? throw new InvalidOperationException("the model does not parse");
}
