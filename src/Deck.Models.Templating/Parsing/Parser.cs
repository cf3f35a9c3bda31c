using Deck.Models.Templating.Syntax;
using Deck.Models.Templating.Syntax.Scopes;
using Deck.Models.Text;

namespace Deck.Models.Templating.Parsing;

/// <summary>Parses a whole text: tokens, tree, names, in this order.</summary>
internal static class Parser
{
    private static readonly string[] SelfName = ["self"];

    public static Checked<Template> Parse(SourceText source, TemplateDialect dialect)
    {
        if (dialect == TemplateDialect.Dbt && !TemplateText.HasDelimiters(source.Content))
        {
            return Check.Ok(Template.Plain(source));
        }

        using LexerMemory memory = LexerMemory.Take();
        TokenReader tokens = new(source, Lexer.Tokenize(source.Content, memory));
        List<Diagnostic> diagnostics = [];
        BodyParser bodies = new(tokens, dialect, diagnostics);
        StatementList body = bodies.ParseTemplate();
        if (diagnostics.Count > 0)
        {
            return Check.Failed<Template>(diagnostics);
        }

        FunctionLayout layout = new(0);
        Symbols root = Symbols.Root(layout);
        bool usesSelf = UndeclaredNames.In(body, SelfName).Length > 0;
        int? selfSlot = usesSelf ? root.DeclareParameter("self").Slot : null;
        ScopeEntry entry = NameBinder.BindRoot(source, body, root, diagnostics);
        return diagnostics.Count > 0
            ? Check.Failed<Template>(diagnostics)
            : Check.Ok(new Template(source, body, layout, entry) { SelfSlot = selfSlot, Assigned = [.. root.VisibleStores()], Blocks = BlockFinder.In(body) });
    }
}
