using System.Collections.Immutable;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Templating;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Rendering;

/// <summary>Renders the strings of YAML trees natively (spec/jinja.md, section 8): a string that is one expression takes the expression's type.</summary>
/// <remarks>Used by one thread at a time; texts without Jinja cost nothing.</remarks>
public sealed class YamlRenderer
{
    private readonly RenderSession session;
    private readonly List<Diagnostic> diagnostics;

    /// <param name="diagnostics">Receives what goes wrong; a string that fails stays as it was written.</param>
    public YamlRenderer(IRenderScope scope, List<Diagnostic> diagnostics)
    {
        session = new RenderSession(scope, RenderOptions.Default);
        this.diagnostics = diagnostics;
    }

    /// <summary>True for a text that Jinja would change.</summary>
    public static bool HasJinja(string text) =>
        text.Contains("{{", StringComparison.Ordinal) || text.Contains("{%", StringComparison.Ordinal) || text.Contains("{#", StringComparison.Ordinal);

    /// <summary>The tree with its strings rendered; parts without Jinja are the same objects.</summary>
    /// <param name="keep">Says for the path of a key (from the root of the tree, joined by dots) whether its value is left alone.</param>
    public YamlNode Render(YamlNode node, Func<string, bool>? keep = null) => Render(node, keep, "");

    /// <summary>A scalar's rendered value.</summary>
    public Value RenderScalar(YamlScalar scalar)
    {
        if (scalar.Value is not StringValue || !HasJinja(scalar.Text))
        {
            return scalar.Value;
        }

        SourceText text = YamlTexts.SourceOf(scalar);
        Checked<Template> template = TemplateParser.Parse(text, TemplateDialect.Dbt);
        Report(scalar, text, template.Diagnostics);
        if (template.Value is null || template.HasErrors)
        {
            return scalar.Value;
        }

        Checked<Value> rendered = session.RenderNative(template.Value);
        Report(scalar, text, rendered.Diagnostics);
        return rendered.Value ?? scalar.Value;
    }

    private YamlNode Render(YamlNode node, Func<string, bool>? keep, string path) => node switch
    {
        YamlScalar scalar => RenderNode(scalar),
        YamlSequence sequence => RenderSequence(sequence, keep, path),
        YamlMapping mapping => RenderMapping(mapping, keep, path),
        _ => node,
    };

    private YamlNode RenderNode(YamlScalar scalar)
    {
        Value value = RenderScalar(scalar);
        return ReferenceEquals(value, scalar.Value) ? scalar : YamlValues.ToNode(value, scalar.Location);
    }

    private YamlSequence RenderSequence(YamlSequence sequence, Func<string, bool>? keep, string path)
    {
        ImmutableArray<YamlNode> items = [.. sequence.Items.Select(i => Render(i, keep, path))];
        bool changed = items.Where((item, i) => !ReferenceEquals(item, sequence.Items[i])).Any();
        return changed ? new YamlSequence { Location = sequence.Location, Items = items } : sequence;
    }

    private YamlMapping RenderMapping(YamlMapping mapping, Func<string, bool>? keep, string path)
    {
        ImmutableArray<YamlEntry>.Builder entries = ImmutableArray.CreateBuilder<YamlEntry>(mapping.Entries.Length);
        bool changed = false;
        foreach (YamlEntry entry in mapping.Entries)
        {
            string below = keep is null ? path : path.Length == 0 ? entry.Key : $"{path}.{entry.Key}";
            YamlNode value = keep?.Invoke(below) == true ? entry.Value : Render(entry.Value, keep, below);
            bool same = ReferenceEquals(value, entry.Value);
            changed |= !same;
            entries.Add(same ? entry : entry with { Value = value });
        }

        return changed ? new YamlMapping { Location = mapping.Location, Entries = entries.MoveToImmutable() } : mapping;
    }

    /// <summary>A text that is not a plain stretch of the file (escapes, folded lines) has no exact places: the scalar's own is named instead.</summary>
    private void Report(YamlScalar scalar, SourceText text, IEnumerable<Diagnostic> found)
    {
        foreach (Diagnostic diagnostic in found)
        {
            bool exact = text.Parent is not null && diagnostic.Location is not null;
            diagnostics.Add(exact ? diagnostic : diagnostic.At(scalar.Location));
        }
    }
}
