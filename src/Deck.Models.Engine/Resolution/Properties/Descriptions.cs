using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Templating;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Properties;

/// <summary>Renders descriptions: texts that may show a docs block with `doc('name')`.</summary>
internal sealed class Descriptions(ResolutionSession session)
{
    public string Render(YamlNode? description, string package)
    {
        if (description is not YamlScalar scalar || scalar.Value.IsNone)
        {
            return "";
        }

        string text = scalar.Value.ToText();
        if (!PropertyValues.IsTemplate(text))
        {
            return text;
        }

        Checked<Template> template = TemplateParser.Parse(PropertyValues.TextOf(scalar), TemplateDialect.Dbt);
        session.Report(template.Diagnostics);
        if (!template.Succeeded(out Template? parsed))
        {
            return text;
        }

        Checked<RenderedText> rendered = new RenderSession(new DocScope(name => Find(name, package, scalar.Location)), RenderOptions.Default).RenderText(parsed);
        session.Report(rendered.Diagnostics);
        return rendered.Value?.Text ?? text;
    }

    /// <summary>Ids of the docs blocks that a description shows by constant names.</summary>
    public ImmutableArray<string> BlocksOf(YamlNode? description, string package)
    {
        if (description is not YamlScalar { Value: StringValue text } || !PropertyValues.IsTemplate(text.Text)
            || !TemplateParser.Parse(new SourceText("", text.Text), TemplateDialect.Dbt).Succeeded(out Template? template))
        {
            return [];
        }

        return
        [
            .. TemplateCalls.Find(template)
                .Where(c => c.Name == "doc")
                .Select(c => c.Positional.All(a => a is StringValue) ? FindBlock([.. c.Positional.OfType<StringValue>().Select(a => a.Text)], package) : null)
                .OfType<(string Package, string Name)>()
                .Select(b => $"doc.{b.Package}.{b.Name}"),
        ];
    }

    /// <summary>The block's text, from the given package, else the root project, the describing package, then any, as dbt looks it up.</summary>
    private Value Find(Arguments arguments, string package, Location location)
    {
        string[] names = [.. arguments.Positional.ToArray().Select(a => a.ToText())];
        if (names.Length is < 1 or > 2)
        {
            throw TemplateException.TypeError($"doc() takes 1 or 2 arguments but {names.Length} were given");
        }

        if (FindBlock(names, package) is { } block)
        {
            return Value.Of(BlockAt(block.Package, block.Name)?.Content.Trim());
        }

        Diagnostic unknown = Diagnostic.Error(ResolutionCodes.UnknownDoc, $"docs block `{names[^1]}` does not exist", location);
        throw new TemplateException(unknown.WithHint(Spelling.DidYouMean(names[^1], session.Sources.Packages.SelectMany(p => p.Docs.Keys))));
    }

    private (string Package, string Name)? FindBlock(string[] names, string package)
    {
        IEnumerable<string> packages = names.Length == 2
            ? [names[0]]
            : [session.Project.ProjectName, package, .. session.Sources.Packages.Select(p => p.Project.Name)];
        foreach (string candidate in packages)
        {
            if (names.Length > 0 && BlockAt(candidate, names[^1]) is not null)
            {
                return (candidate, names[^1]);
            }
        }

        return null;
    }

    private SourceText? BlockAt(string package, string name) =>
        session.Sources.Packages.FirstOrDefault(p => p.Project.Name == package)?.Docs.GetValueOrDefault(name);

    /// <summary>The one name that descriptions can use.</summary>
    private sealed class DocScope(Func<Arguments, Value> find) : IRenderScope
    {
        private readonly FunctionValue doc = new("doc", find);

        public bool TryGet(string name, [NotNullWhen(true)] out Value? value)
        {
            value = name == "doc" ? doc : null;
            return value is not null;
        }
    }
}
