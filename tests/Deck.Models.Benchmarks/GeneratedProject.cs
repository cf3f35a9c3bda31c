using System.Globalization;
using System.Text;

namespace Deck.Models.Benchmarks;

/// <summary>Writes projects of any size for measuring: layers of models with refs, macros and schema tests, always the same for the same numbers.</summary>
internal static class GeneratedProject
{
    /// <summary>Files of a realistic project: its first model, what describes it, and the macro that every model calls.</summary>
    public const string FirstModel = "models/layer_000/model_00000.sql";

    public const string FirstSchema = "models/layer_000/_schema.yml";

    public const string Macro = "macros/cents_to_euros.sql";

    private const int ModelsPerFolder = 50;

    /// <summary>A project as teams write them: every model has two refs to the layer below, a macro call and a properties entry with tests.</summary>
    public static void WriteRealistic(string folder, int models)
    {
        WriteProjectFiles(folder, "realistic", "postgres\n      host: localhost\n      user: nobody");
        Write(folder, Macro, """
            {% macro cents_to_euros(column, digits=2) %}
                round(({{ column }} / 100.0)::numeric, {{ digits }})
            {% endmacro %}
            """);
        for (int first = 0; first < models; first += ModelsPerFolder)
        {
            int count = Math.Min(ModelsPerFolder, models - first);
            string layer = $"models/layer_{first / ModelsPerFolder:000}";
            StringBuilder schema = new("version: 2\n\nmodels:\n");
            for (int i = first; i < first + count; i++)
            {
                Write(folder, $"{layer}/{Name(i)}.sql", RealisticModel(i));
                schema.Append(Entry(i));
            }

            Write(folder, $"{layer}/_schema.yml", schema.ToString());
        }
    }

    /// <summary>A project of empty-bodied relations that do not depend on each other: what remains is the engine's own cost.</summary>
    /// <param name="profile">Lines of the output below `type:`.</param>
    public static void WriteEmptyBodied(string folder, int views, int tables, string profile)
    {
        WriteProjectFiles(folder, "empty_bodied", profile);
        for (int i = 0; i < views; i++)
        {
            Write(folder, $"models/v_{i:0000}.sql", "select 1 as id, 'a'::text as name where false\n");
        }

        for (int i = 0; i < tables; i++)
        {
            Write(folder, $"models/t_{i:0000}.sql", "{{ config(materialized='table') }}\nselect 1 as id, 'a'::text as name where false\n");
        }
    }

    /// <summary>Tests on sources, which the benchmark makes itself.</summary>
    /// <param name="properties">The properties file.</param>
    public static void WriteTests(string folder, string properties, string profile)
    {
        WriteProjectFiles(folder, "tested", profile);
        Write(folder, "models/sources.yml", properties);
    }

    /// <param name="profile">Lines of the output below `type:`.</param>
    public static void Write(string folder, Workload workload, string profile)
    {
        WriteProjectFiles(folder, "workload", profile);
        foreach ((string name, string content) in workload.Models)
        {
            Write(folder, $"models/{name}.sql", content);
        }

        if (workload.Schema is { } schema)
        {
            Write(folder, "models/_schema.yml", schema);
        }
    }

    /// <summary>The project file and a profile of its name.</summary>
    /// <param name="type">Lines of the output below `type:`.</param>
    public static void WriteProjectFiles(string folder, string name, string type)
    {
        Write(folder, "project.yml", $"name: {name}\nversion: \"1.0\"\nconfig-version: 2\nprofile: {name}\n");
        Write(folder, "profiles.yml", $"{name}:\n  target: dev\n  outputs:\n    dev:\n      type: {type}\n      dbname: bench\n      schema: bench\n      threads: 4\n");
    }

    private static string RealisticModel(int i)
    {
        string sources = i < ModelsPerFolder
            ? "select 1 as id, 100 as amount, now() as created_at"
            : $"select a.id, b.amount_euros as amount, now() as created_at from {{{{ ref('{Below(i, 0)}') }}}} as a join {{{{ ref('{Below(i, 7)}') }}}} as b using (id)";
        return $$$"""
            {{ config(materialized='{{{(i % 3 == 0 ? "table" : "view")}}}', tags=['t{{{i % 10}}}']) }}

            with source as (
                {{{sources}}}
            ),

            renamed as (
                select
                    id,
                    {{ cents_to_euros('amount') }} as amount_euros,
                    {% for day in ['monday', 'tuesday', 'wednesday'] %}
                    count(*) filter (where to_char(created_at, 'day') = '{{ day }}') as on_{{ day }}{% if not loop.last %},{% endif %}
                    {% endfor %}
                from source
                {% if target.name == 'ci' %}where created_at > now() - interval '3 days'{% endif %}
                group by 1, 2
            )

            select * from renamed

            """;
    }

    private static string Entry(int i) => $"""
          - name: {Name(i)}
            description: Model number {i.ToString(CultureInfo.InvariantCulture)} of the generated project.
            columns:
              - name: id
                description: The key.
                data_tests: [unique, not_null]
              - name: amount_euros
                description: What was paid, in euros.

        """;

    /// <summary>A model of the layer below, some places along from the one right below.</summary>
    private static string Below(int i, int shift) => Name((((i / ModelsPerFolder) - 1) * ModelsPerFolder) + ((i + shift) % ModelsPerFolder));

    private static string Name(int i) => $"model_{i:00000}";

    private static void Write(string folder, string path, string content)
    {
        string full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full) ?? folder);
        File.WriteAllText(full, content);
    }
}
