using Deck.Models.Engine.Compilation.Context;
using Deck.Models.Engine.Compilation.Context.Nodes;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation;

/// <summary>Renders the project's `query-comment` for a node, as dbt does: the text is the body of a macro that knows `node` and `connection_name`.</summary>
public static class QueryCommentCompiler
{
    /// <summary>Where the project file says nothing.</summary>
    private const string Default = "{{ dbt.query_comment_text(node) }}";

    private const string MacroStart = "{%- macro query_comment_macro(connection_name, node) -%}\n";

    private const string MacroEnd = "\n{% endmacro %}";

    /// <summary>The node's comment; <see cref="QueryComment.None"/> where the project wants none.</summary>
    /// <remarks>`job-label` has no meaning in PostgreSQL, and none here.</remarks>
    public static Checked<QueryComment> Compile(Node node, CompilationSession session)
    {
        (string? text, bool append) = Read(session.Manifest.Project.QueryComment);
        if (string.IsNullOrEmpty(text))
        {
            return Check.Ok(QueryComment.None);
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

    private static (string? Text, bool Append) Read(Value? config) => config switch
    {
        null => (Default, false),
        DictValue dict => (dict.TryGet("comment", out Value? comment) ? TextOf(comment) : Default, dict.TryGet("append", out Value? append) && append.IsTrue),
        _ => (TextOf(config), false),
    };

    private static string? TextOf(Value text) => text.IsNone ? null : text.ToText();
}
