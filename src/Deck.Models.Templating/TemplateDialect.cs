namespace Deck.Models.Templating;

/// <summary>Which of the two closely related languages a text is in.</summary>
public enum TemplateDialect
{
    /// <summary>Jinja2's sandboxed environment with the `do` and loop control extensions, and dbt's filters.</summary>
    Jinja,

    /// <summary>dbt's: macro names get their prefix, arguments may carry types, and materialization, test and docs tags exist.</summary>
    Dbt,
}
