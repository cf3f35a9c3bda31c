using System.Collections.Immutable;

namespace Deck.Models.Cli.Files;

/// <summary>The files of a new project: a seed, two models, tests and a connection that needs no server.</summary>
internal static class StarterProject
{
    /// <summary>Path and content of each file, for a project of the given name.</summary>
    public static ImmutableArray<(string Path, string Content)> FilesOf(string name) =>
    [
        ("project.yml", Project(name)),
        ("profiles.yml", Profiles(name)),
        (".gitignore", "target/\nlogs/\ndbt_packages/\n.deckmodel/\n"),
        ("seeds/orders.csv", "order_id,customer,amount,ordered_on\n1,Ada,12.50,2025-01-03\n2,Ben,8.00,2025-01-04\n3,Ada,30.25,2025-02-01\n"),
        ("models/stg_orders.sql", "select\n    order_id,\n    customer,\n    amount,\n    ordered_on\nfrom {{ ref('orders') }}\n"),
        ("models/customers.sql", Customers),
        ("models/_schema.yml", Schema),
    ];

    private const string Customers = """
        {{ config(materialized='table') }}

        select
            customer,
            count(*) as orders,
            sum(amount) as total_amount,
            min(ordered_on) as first_order_on
        from {{ ref('stg_orders') }}
        group by customer

        """;

    private const string Schema = """
        version: 2

        models:
          - name: stg_orders
            description: One row an order, as the shop recorded it.
            columns:
              - name: order_id
                data_tests: [unique, not_null]
          - name: customers
            description: One row a customer, with what they bought.
            columns:
              - name: customer
                data_tests: [unique, not_null]

        unit_tests:
          - name: amounts_of_a_customer_are_summed
            model: customers
            given:
              - input: ref('stg_orders')
                rows:
                  - {customer: Ada, amount: 1.50}
                  - {customer: Ada, amount: 2.50}
            expect:
              rows:
                - {customer: Ada, orders: 2, total_amount: 4.00}

        """;

    private static string Project(string name) => $"""
        name: {name}
        version: "1.0.0"
        config-version: 2
        profile: {name}

        model-paths: [models]
        seed-paths: [seeds]
        macro-paths: [macros]
        test-paths: [tests]
        analysis-paths: [analyses]
        clean-targets: [target, logs]

        models:
          {name}:
            +materialized: view

        """;

    private static string Profiles(string name) => $$$"""
        {{{name}}}:
          target: local
          outputs:
            # A private PostgreSQL that deckmodel starts for you; it needs only PostgreSQL's programs on this machine.
            local:
              type: postgres
              server: local
              dbname: {{{name}}}
              schema: analytics
              threads: 4

            # A server of your own: set the variables, then run with `--target prod`.
            prod:
              type: postgres
              host: "{{ env_var('PGHOST') }}"
              port: "{{ env_var('PGPORT', '5432') | int }}"
              user: "{{ env_var('PGUSER') }}"
              password: "{{ env_var('DBT_ENV_SECRET_PGPASSWORD') }}"
              dbname: "{{ env_var('PGDATABASE') }}"
              schema: analytics
              threads: 4

        """;
}
