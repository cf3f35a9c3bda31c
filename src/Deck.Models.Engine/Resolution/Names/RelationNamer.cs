using Deck.Models.Engine.Compilation;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Names;

/// <summary>Names the relations of nodes: through the project's `generate_…_name` macros where it has its own, else by their defaults' rules.</summary>
internal sealed class RelationNamer
{
    private readonly ResolutionSession session;
    private readonly bool ownDatabase;
    private readonly bool ownSchema;
    private readonly bool ownAlias;

    public RelationNamer(ResolutionSession session)
    {
        this.session = session;
        ownDatabase = session.Macros.IsOverridden("generate_database_name");
        ownSchema = session.Macros.IsOverridden("generate_schema_name");
        ownAlias = session.Macros.IsOverridden("generate_alias_name");
    }

    /// <summary>A caller of macros for one thread.</summary>
    public MacroInvoker NewInvoker() => new(session.Scope);

    public NodeDraft Name(NodeDraft draft, MacroInvoker invoker)
    {
        if (draft.ResourceType == ResourceType.Operation)
        {
            return draft;
        }

        NamePart part = new(draft, invoker, session);
        string database = part.Or(ownDatabase, "generate_database_name", "database", DefaultDatabase(draft));
        string schema = part.Or(ownSchema, "generate_schema_name", "schema", DefaultSchema(draft));
        string alias = part.Or(ownAlias, "generate_alias_name", "alias", DefaultAlias(draft));
        if (draft.ResourceType == ResourceType.Snapshot)
        {
            (database, schema) = (draft.Config.GetText("target_database") ?? database, draft.Config.GetText("target_schema") ?? schema);
        }

        return draft with { Alias = alias, Relation = session.Project.Quoting.NameOf(database, schema, alias) };
    }

    private string DefaultDatabase(NodeDraft draft) => draft.Config.Database?.Trim() ?? session.Project.Profile.Database;

    private string DefaultSchema(NodeDraft draft) => draft.Config.Schema is { } custom
        ? $"{session.Project.Profile.Schema}_{custom.Trim()}"
        : session.Project.Profile.Schema;

    private static string DefaultAlias(NodeDraft draft)
    {
        if (!string.IsNullOrEmpty(draft.Config.Alias))
        {
            return draft.Config.Alias.Trim();
        }

        return draft.VersionValue is { } version ? $"{draft.Name}_v{version.ToText().Replace('.', '_')}" : draft.Name;
    }

    /// <summary>One node and the caller of its macros; the node's dict is made once, and only where a macro wants it.</summary>
    private sealed class NamePart(NodeDraft draft, MacroInvoker invoker, ResolutionSession session)
    {
        private DictValue? node;

        public string Or(bool overridden, string macro, string key, string fallback)
        {
            if (!overridden)
            {
                return fallback;
            }

            node ??= NodeDict.Of(draft, session.Project.Profile);
            Value custom = draft.Config.TryGet(key, out Value? value) ? value : Value.None;
            Checked<string> name = invoker.GenerateName(macro, custom, node);
            session.Report(name.Diagnostics.Select(d => d.Location is null ? d.At(draft.Location) : d));
            string generated = name.Value?.Trim() ?? fallback;
            node.Set(key, Value.Of(generated));
            return generated;
        }
    }
}
