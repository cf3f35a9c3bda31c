using System.Collections.Immutable;
using Deck.Models.Engine.Loading.Rendering;
using Deck.Models.Templating;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Loading;

/// <summary>The names that strings of project files see: dbt's base context, and the target.</summary>
public sealed class YamlScopeTests
{
    private static readonly InvocationSettings Settings = new()
    {
        Command = "build",
        StartedAt = new DateTimeOffset(2024, 2, 29, 13, 5, 9, TimeSpan.Zero),
        InvocationId = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"),
        Environment = ImmutableDictionary<string, string>.Empty.Add("PLACE", "here"),
        Vars = ImmutableDictionary<string, Value>.Empty.Add("size", Value.Of(3)),
    };

    [TestCase("dbt_version", ExpectedResult = "'1.11.2'")]
    [TestCase("invocation_id", ExpectedResult = "'0f8fad5b-d9cb-469f-a165-70867728950e'")]
    [TestCase("run_started_at", ExpectedResult = "datetime.datetime(2024, 2, 29, 13, 5, 9, tzinfo=datetime.timezone.utc)")]
    [TestCase("flags.WHICH", ExpectedResult = "'build'")]
    [TestCase("thread_id", ExpectedResult = "'MainThread'")]
    [TestCase("log('x')", ExpectedResult = "''")]
    [TestCase("print('x')", ExpectedResult = "''")]
    [TestCase("var('size') + 1", ExpectedResult = "4")]
    [TestCase("env_var('PLACE')", ExpectedResult = "'here'")]
    [TestCase("fromyaml('a: 1')", ExpectedResult = "{'a': 1}")]
    [TestCase("tojson([1])", ExpectedResult = "'[1]'")]
    [TestCase("set([2, 1])", ExpectedResult = "{1, 2}")]
    [TestCase("target", ExpectedResult = "{'name': 'dev'}")]
    [TestCase("builtins.var('size') + 1", ExpectedResult = "4")]
    [TestCase("context['env_var']('PLACE')", ExpectedResult = "'here'")]
    [TestCase("'return' in builtins and 'target' in builtins and 'modules' in builtins", ExpectedResult = "True")]
    [TestCase("ref is defined or source is defined or adapter is defined or project_name is defined or graph is defined", ExpectedResult = "False")]
    public string? A_project_file_sees(string expression) => Render(YamlScope.ForProject(Settings, new DictValue([new("name", Value.Of("dev"))])), expression);

    [Test]
    public void Profiles_have_no_target_yet() => Assert.That(Render(YamlScope.ForProfiles(Settings), "target is defined or 'target' in builtins"), Is.EqualTo("False"));

    private static string? Render(YamlScope scope, string expression)
    {
        Checked<Template> template = TemplateParser.Parse(new SourceText("project.yml", $"{{{{ {expression} }}}}"), TemplateDialect.Dbt);
        return template.Value is null ? null : new RenderSession(scope, RenderOptions.Default).RenderNative(template.Value).Value?.Repr();
    }
}
