using Deck.Models.Engine.Loading.Rendering;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Shapes;

/// <summary>Compares YAML with the shape that it should have: a wrong type is an error, an unknown key a warning.</summary>
internal static class ShapeChecker
{
    /// <param name="name">What the value is called in messages: its key, or what it is in a list.</param>
    public static void Check(YamlNode node, YamlShape shape, string name, List<Diagnostic> diagnostics)
    {
        if (shape is YamlShape.Anything || node is YamlScalar { Value.IsNone: true })
        {
            return;
        }

        switch (shape, node)
        {
            case (YamlShape.Scalar expected, YamlScalar scalar):
                CheckScalar(scalar, expected, name, diagnostics);
                return;
            case (YamlShape.ListOf list, YamlSequence sequence):
                CheckItems(sequence, list, name, diagnostics);
                return;
            case (YamlShape.MappingOf map, YamlMapping mapping):
                CheckValues(mapping, map, diagnostics);
                return;
            case (YamlShape.Object known, YamlMapping mapping):
                CheckObject(mapping, known, diagnostics);
                return;
            case (YamlShape.OneOf choice, _) when Choose(choice, node) is { } chosen:
                Check(node, chosen, name, diagnostics);
                return;
            case (_, YamlScalar { Value: StringValue text }) when YamlRenderer.HasJinja(text.Text):
                // Not rendered yet: its value may be of any shape.
                return;
            default:
                diagnostics.Add(Wrong(node, shape, name));
                return;
        }
    }

    private static YamlShape? Choose(YamlShape.OneOf choice, YamlNode node) => choice.Shapes.FirstOrDefault(shape => node switch
    {
        YamlSequence => shape is YamlShape.ListOf,
        YamlMapping => shape is YamlShape.MappingOf or YamlShape.Object,
        _ => shape is YamlShape.Scalar,
    });

    private static void CheckScalar(YamlScalar scalar, YamlShape.Scalar expected, string name, List<Diagnostic> diagnostics)
    {
        ScalarTypes type = scalar.Value switch
        {
            StringValue => ScalarTypes.Text,
            BooleanValue => ScalarTypes.Boolean,
            IntegerValue => ScalarTypes.Integer,
            FloatValue => ScalarTypes.Float,
            _ => ScalarTypes.None,
        };
        bool isTemplate = type == ScalarTypes.Text && YamlRenderer.HasJinja(scalar.Text);
        if ((expected.Types & type) == 0 && !isTemplate)
        {
            diagnostics.Add(Wrong(scalar, expected, name)
                .WithHint(expected.Types == ScalarTypes.Text ? $"put quotes around it: \"{scalar.Text}\"" : null));
        }
    }

    private static void CheckItems(YamlSequence sequence, YamlShape.ListOf list, string name, List<Diagnostic> diagnostics)
    {
        string item = list.Item is YamlShape.Object known ? known.Title : $"entry of `{name}`";
        foreach (YamlNode node in sequence.Items)
        {
            Check(node, list.Item, item, diagnostics);
        }
    }

    private static void CheckValues(YamlMapping mapping, YamlShape.MappingOf map, List<Diagnostic> diagnostics)
    {
        foreach (YamlEntry entry in mapping.Entries)
        {
            Check(entry.Value, map.Value, entry.Key, diagnostics);
        }
    }

    private static void CheckObject(YamlMapping mapping, YamlShape.Object known, List<Diagnostic> diagnostics)
    {
        foreach (YamlEntry entry in mapping.Entries)
        {
            if (known.Keys.TryGetValue(entry.Key, out YamlShape? shape))
            {
                Check(entry.Value, shape, entry.Key, diagnostics);
            }
            else if (!known.Open)
            {
                diagnostics.Add(Diagnostic.Warning(LoadingCodes.UnknownKey, $"{known.Title} has no key `{entry.Key}`; it is ignored", entry.KeyLocation)
                    .WithHint(Spelling.DidYouMean(entry.Key, known.Keys.Keys)));
            }
        }

        foreach (string key in known.Required)
        {
            bool given = mapping.TryFind(key, out YamlNode? value) && value is not YamlScalar { Value.IsNone: true };
            if (!given)
            {
                diagnostics.Add(Diagnostic.Error(LoadingCodes.MissingKey, $"{known.Title} needs the key `{key}`", mapping.Location));
            }
        }
    }

    private static Diagnostic Wrong(YamlNode node, YamlShape shape, string name)
    {
        string found = node switch
        {
            YamlSequence => "a list",
            YamlMapping => "a mapping",
            YamlScalar { Value: StringValue } => "a text",
            YamlScalar { Value: BooleanValue } => "true or false",
            YamlScalar { Value: IntegerValue or FloatValue } => "a number",
            _ => "something else",
        };
        string subject = name.Contains(' ', StringComparison.Ordinal) ? name : $"`{name}`";
        return Diagnostic.Error(LoadingCodes.WrongShape, $"{subject} should be {shape.Noun}, but is {found}", node.Location);
    }
}
