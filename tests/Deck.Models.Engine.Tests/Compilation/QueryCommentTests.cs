using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Tests.Planning;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Compilation;

/// <summary>The comment of a node's queries, as the project file's `query-comment` asks for it.</summary>
public sealed class QueryCommentTests
{
    [Test]
    public void Without_a_setting_it_is_dbt_s_json() =>
        Assert.That(Compile("").Value!.Text, Does.Match("^\\{\"app\": \"dbt\", \"dbt_version\": \"1[.0-9]+\", \"profile_name\": \"\\w+\", \"target_name\": \"\\w+\", \"node_id\": \"model.shop.a\"\\}$"));

    [Test]
    public void A_setting_may_keep_the_text_and_say_where_it_stands() =>
        Assert.That(Compile("query-comment: {append: true}").Value!.After, Does.StartWith("\n/* {\"app\": \"dbt\", "));

    [TestCase("query-comment: null", "")]
    [TestCase("query-comment: ''", "")]
    [TestCase("query-comment: {comment: ''}", "")]
    [TestCase("query-comment: by hand", "/* by hand */\n|")]
    [TestCase("query-comment: {comment: by hand, append: true, job-label: true}", "|\n/* by hand */")]
    [TestCase("query-comment: '{{ node.name }} of {{ connection_name }}: {{ node.no_such_thing }}'", "/* a of model.shop.a: */\n|")]
    [TestCase("query-comment: \"{{ signature(node) }}\"", "/* shop made a */\n|")]
    [TestCase("query-comment: \"{{ return('early') }}\"", "/* early */\n|")]
    public void The_project_file_says_what_it_is_and_where_it_stands(string setting, string expected)
    {
        Checked<QueryComment> comment = Compile(setting);

        Assert.That(comment.Diagnostics, Is.Empty);
        Assert.That($"{comment.Value!.Before}|{comment.Value.After}", Is.EqualTo(expected.Length == 0 ? "|" : expected));
    }

    [Test]
    public void A_text_that_would_end_the_comment_is_refused() =>
        Assert.That(Compile("query-comment: 'a */ drop'").Diagnostics.Select(d => $"{d.Code}"), Is.EqualTo(new[] { "DECK0615" }));

    [Test]
    public void A_mistake_in_its_template_is_the_node_s() =>
        Assert.That(Compile("query-comment: '{{ no_such_macro() }}'").HasErrors, Is.True);

    private static Checked<QueryComment> Compile(string setting)
    {
        PlannedProject project = PlannedProject.Of(
            "run",
            ("project.yml", $"name: shop\nversion: '1'\nprofile: shop\n{setting}\n"),
            ("macros/signature.sql", "{% macro signature(node) %}{{ project_name }} made {{ node.name }}{% endmacro %}"),
            ("models/a.sql", "select 1 as id"));
        return QueryCommentCompiler.Compile(project.Find("a"), project.Services.Compilation);
    }
}
