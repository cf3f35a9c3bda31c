using Deck.Models.Engine.Compilation.Context;
using Deck.Models.Engine.Compilation.Context.Members;
using Deck.Models.Engine.Compilation.Context.Nodes;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating;
using Deck.Models.Templating.Builtins;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation;

/// <summary>Renders the project's `query-comment` for a node, as dbt does: the text is the body of a macro that knows `node` and `connection_name`.</summary>
public static class QueryCommentCompiler
{
    private const string MacroStart = "{%- macro query_comment_macro(connection_name, node) -%}\n";

    private const string MacroEnd = "\n{% endmacro %}";

    /// <summary>The node's comment; <see cref="QueryComment.None"/> where the project wants none.</summary>
    /// <remarks>`job-label` has no meaning in PostgreSQL, and none here.</remarks>
    public static Checked<QueryComment> Compile(Node node, CompilationSession session)
    {
        (string? text, bool append) = Read(session.Manifest.Project.QueryComment);
        if (text is null or "")
        {
            return text is null ? Finish(node, DefaultOf(node, session.Manifest.Project.Profile), append) : Check.Ok(QueryComment.None);
        }

        MacroScope scope = new(session.Invocation, session.Manifest.Project.ProjectName);
        Checked<Template> parsed = session.Invocation.Parse($"{MacroStart}{text}{MacroEnd}");
        Checked<Value> rendered = parsed.Succeeded(out Template? template)
            ? scope.Session.Call(scope.Session.Bind(template), Arguments.Of(Value.Of(node.Id.Value), NodeDict.Of(node)))
            : Check.Failed<Value>(parsed.Diagnostics);
        return rendered.Succeeded(out Value? value)
            ? Finish(node, value.ToText().Trim(), append)
            : Check.Failed<QueryComment>(DiagnosticPlaces.Move(rendered.Diagnostics, node.Location));
    }

    private static Checked<QueryComment> Finish(Node node, string comment, bool append) => comment.Contains("*/", StringComparison.Ordinal)
        ? Check.Failed<QueryComment>(Diagnostic.Error(CompilationCodes.InvalidQueryComment, $"`query-comment` gives a text that holds `*/` and so would end the comment: `{comment}`", node.Location))
        : Check.Ok(new QueryComment(comment, append));

    /// <summary>dbt's keys in dbt's order, made without a template: it goes with every node.</summary>
    private static string DefaultOf(Node node, ConnectionProfile profile) => JsonWriter.Write(
        new DictValue(
        [
            new("app", Value.Of("dbt")),
            new("dbt_version", Value.Of(BaseMembers.DbtVersion)),
            new("profile_name", Value.Of(profile.ProfileName)),
            new("target_name", Value.Of(profile.TargetName)),
            new("node_id", Value.Of(node.Id.Value)),
        ]),
        sortKeys: false);

    /// <summary>The template, empty for no comment, null where the project leaves it to the default.</summary>
    private static (string? Template, bool Append) Read(Value? config) => config switch
    {
        DictValue dict => (dict.TryGet("comment", out Value? comment) ? TextOf(comment) : null, dict.TryGet("append", out Value? append) && append.IsTrue),
        null => (null, false),
        _ => (TextOf(config), false),
    };

    private static string TextOf(Value text) => text.IsNone ? "" : text.ToText();
}
