using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Builtins;

/// <summary>What filters of text do inside `autoescape`, where Markup escapes what it is joined with.</summary>
internal static class EscapedText
{
    /// <summary>A filter's text, as Markup where the environment escapes.</summary>
    public static StringValue Of(string text, IFilterEnvironment environment) => environment.Escapes ? StringValue.Markup(text) : new StringValue(text);

    /// <summary>`join`: where the separator or any element is Markup, everything else is escaped.</summary>
    public static StringValue Join(FilterCall call, BoundArguments arguments)
    {
        AttributePath? path = arguments[1].IsNone ? null : AttributePath.Of(arguments[1], call.Environment.Mode);
        List<Value> items = [.. Sequences.Enumerate(call.Input).Select(item => path is null ? item : path.Of(item))];
        StringValue separator = FilterSet.Soft(arguments[0]);
        bool isMarkup = separator.IsMarkup || items.Exists(item => item is StringValue { IsMarkup: true });
        var joined = new System.Text.StringBuilder();
        for (int i = 0; i < items.Count; i++)
        {
            joined.AppendBounded(i == 0 ? "" : TextOf(separator, isMarkup)).AppendBounded(TextOf(items[i], isMarkup));
        }

        return isMarkup ? StringValue.Markup(joined.ToString()) : new StringValue(joined.ToString());
    }

    /// <summary>`replace`: Markup takes escaped replacements; plain text becomes Markup where it meets some.</summary>
    public static StringValue Replace(FilterCall call, BoundArguments arguments)
    {
        StringValue old = FilterSet.Soft(arguments[0]);
        StringValue replacement = FilterSet.Soft(arguments[1]);
        bool isMarkup = old.IsMarkup || replacement.IsMarkup || call.Input is StringValue { IsMarkup: true };
        string text = StringSearchMethods.Replace(
            TextOf(call.Input, isMarkup), old.Text, TextOf(replacement, isMarkup), arguments[2].IsNone ? -1 : arguments.Integer(2));
        return isMarkup ? StringValue.Markup(text) : new StringValue(text);
    }

    private static string TextOf(Value value, bool isMarkup) => isMarkup ? Html.Escape(value).Text : value.ToText();
}
