using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Properties;

/// <summary>Turns YAML of properties files into values, strings rendered natively as dbt does (spec/jinja.md, 8) or left alone.</summary>
internal static class PropertyValues
{
    public static Value Render(YamlNode node, string package, ResolutionSession session) => node switch
    {
        YamlScalar { Value: StringValue text } scalar when IsTemplate(text.Text) => RenderText(scalar, package, session),
        YamlScalar scalar => scalar.Value,
        YamlSequence list => Value.List(list.Items.Select(i => Render(i, package, session))),
        YamlMapping mapping => RenderDict(mapping, package, session),
        _ => Value.None,
    };

    /// <summary>The value with its strings as written.</summary>
    public static Value Raw(YamlNode node) => node switch
    {
        YamlScalar scalar => scalar.Value,
        YamlSequence list => Value.List(list.Items.Select(Raw)),
        YamlMapping mapping => RawDict(mapping),
        _ => Value.None,
    };

    public static DictValue RawDict(YamlMapping mapping)
    {
        DictValue dict = new();
        foreach (YamlEntry entry in mapping.Entries)
        {
            dict.Set(entry.Key, Raw(entry.Value));
        }

        return dict;
    }

    public static bool IsTemplate(string text) =>
        text.Contains("{{", StringComparison.Ordinal) || text.Contains("{%", StringComparison.Ordinal) || text.Contains("{#", StringComparison.Ordinal);

    /// <summary>The scalar's text, with its place in the file where the file spells it the same way.</summary>
    public static SourceText TextOf(YamlScalar scalar)
    {
        (SourceText file, TextSpan span) = (scalar.Location.Text, scalar.Location.Span);
        int end = Math.Min(span.End, file.Content.Length);
        int at = span.Start < end ? file.Content.IndexOf(scalar.Text, span.Start, end - span.Start, StringComparison.Ordinal) : -1;
        return at >= 0 && scalar.Text.Length > 0 ? file.Slice(new TextSpan(at, scalar.Text.Length)) : new SourceText(file.Path, scalar.Text);
    }

    /// <summary>The list under a key; a missing or empty key gives none, anything else is a mistake.</summary>
    public static ImmutableArray<YamlNode> Items(YamlMapping mapping, string key, ResolutionSession session)
    {
        if (!TryFindValue(mapping, key, out YamlNode? node))
        {
            return [];
        }

        if (node is YamlSequence list)
        {
            return list.Items;
        }

        session.Report(Diagnostic.Error(ResolutionCodes.WrongProperty, $"`{key}` must be a list", node.Location));
        return [];
    }

    public static YamlMapping? Mapping(YamlMapping parent, string key, ResolutionSession session)
    {
        if (!TryFindValue(parent, key, out YamlNode? node))
        {
            return null;
        }

        if (node is YamlMapping mapping)
        {
            return mapping;
        }

        session.Report(Diagnostic.Error(ResolutionCodes.WrongProperty, $"`{key}` must be a mapping of keys to values", node.Location));
        return null;
    }

    /// <summary>The text under a key as written, or null where it is missing or null.</summary>
    public static string? Text(YamlMapping mapping, string key) =>
        TryFindValue(mapping, key, out YamlNode? node) && node is YamlScalar scalar ? scalar.Value.ToText() : null;

    /// <summary>True with the node under a key, unless it is missing or null.</summary>
    public static bool TryFindValue(YamlMapping mapping, string key, [NotNullWhen(true)] out YamlNode? node)
    {
        if (mapping.TryFind(key, out node) && node is not YamlScalar { Value.IsNone: true })
        {
            return true;
        }

        node = null;
        return false;
    }

    private static DictValue RenderDict(YamlMapping mapping, string package, ResolutionSession session)
    {
        DictValue dict = new();
        foreach (YamlEntry entry in mapping.Entries)
        {
            dict.Set(entry.Key, Render(entry.Value, package, session));
        }

        return dict;
    }

    private static Value RenderText(YamlScalar scalar, string package, ResolutionSession session)
    {
        Checked<Value> rendered = DeclarationRenderer.RenderProperty(TextOf(scalar), package, session.Scope);
        session.Report(rendered.Diagnostics);
        return rendered.Value ?? Value.None;
    }
}
