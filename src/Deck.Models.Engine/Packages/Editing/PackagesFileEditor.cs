using System.Collections.Immutable;
using System.Text;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Packages.Editing;

/// <summary>Adds a package to the text of a packages file; whatever else stands there, comments included, stays.</summary>
public static class PackagesFileEditor
{
    private static readonly string[] Sources = ["package", "git", "local", "tarball", "private"];

    /// <summary>The text with the package at the end of `packages`, and entries of the same package taken out, as dbt does.</summary>
    public static Checked<EditedPackages> Add(SourceText file, NewPackage package)
    {
        Checked<EditedPackages> edited = Edit(file, package);
        string withoutPairs = file.Content.Replace("\r\n", "", StringComparison.Ordinal);
        bool hasPairsOnly = withoutPairs.Length < file.Content.Length && !withoutPairs.Contains('\n', StringComparison.Ordinal);
        return hasPairsOnly && edited.Value is { } value
            ? Check.Ok(value with { Text = value.Text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal) }, edited.Diagnostics)
            : edited;
    }

    private static Checked<EditedPackages> Edit(SourceText file, NewPackage package)
    {
        Checked<YamlNode> yaml = YamlReader.Read(file);
        if (!yaml.Succeeded(out YamlNode? root))
        {
            return Check.Failed<EditedPackages>(yaml.Diagnostics);
        }

        YamlEntry? packages = (root as YamlMapping)?.Entries.FirstOrDefault(e => e.Key == "packages");
        return (root, packages?.Value) switch
        {
            (YamlMapping or YamlScalar { Value.IsNone: true }, null) => Check.Ok(new EditedPackages(Append(file.Content, package), [])),
            (_, YamlScalar { Value.IsNone: true } or YamlSequence { Items.IsEmpty: true }) when packages is not null => Check.Ok(new EditedPackages(FillIn(packages, package), [])),
            (_, YamlSequence list) when packages is not null => Check.Ok(IsFlow(list) ? Rewrite(packages, list, package) : Extend(list, package)),
            _ => Check.Failed<EditedPackages>(Diagnostic.Error(PackageCodes.BadPackagesFile, "`packages` should be a list", (packages?.Value ?? root).Location)),
        };
    }

    private static bool IsFlow(YamlSequence list) => list.Location.Text.Content[list.Location.Span.Start] == '[';

    private static string Append(string content, NewPackage package) =>
        $"{content}{(content.Length == 0 || content.EndsWith('\n') ? "" : "\n")}packages:\n{Entry(package, 2)}";

    /// <summary>The list is empty: `packages:` or `packages: []`.</summary>
    private static string FillIn(YamlEntry packages, NewPackage package)
    {
        string content = packages.KeyLocation.Text.Content;
        int colon = content.IndexOf(':', packages.KeyLocation.Span.End);
        int rest = packages.Value is YamlSequence ? packages.Value.Location.Span.End : colon + 1;
        string emptied = content[..(colon + 1)] + content[rest..];
        return Insert(emptied, EndOfLine(emptied, colon), Entry(package, 2));
    }

    private static EditedPackages Extend(YamlSequence list, NewPackage package)
    {
        string content = list.Location.Text.Content;
        int indent = list.Location.Span.Start - StartOfLine(content, list.Location.Span.Start);
        (YamlNode Node, int Dash)[] items = [.. list.Items.Select(item => (item, DashOf(content, item.Location.Span.Start, indent)))];
        string edited = Insert(content, EndOfLine(content, LastOf(items[^1].Node)), Entry(package, indent));
        ImmutableArray<string>.Builder replaced = ImmutableArray.CreateBuilder<string>();
        foreach ((YamlNode node, int dash) in items.Reverse())
        {
            if (AddressOf(node) is { } address && package.IsSameAs(address))
            {
                replaced.Add(address);
                int end = EndOfLine(content, LastOf(node));
                edited = edited.Remove(StartOfLine(content, dash), Math.Min(edited.Length, end + 1) - StartOfLine(content, dash));
            }
        }

        return new EditedPackages(edited, replaced.ToImmutable());
    }

    /// <summary>A list in brackets becomes one of lines: only in such a list are comments lost.</summary>
    private static EditedPackages Rewrite(YamlEntry packages, YamlSequence list, NewPackage package)
    {
        YamlNode[] kept = [.. list.Items.Where(item => AddressOf(item) is not { } address || !package.IsSameAs(address))];
        string[] replaced = [.. list.Items.Except(kept).Select(AddressOf).OfType<string>()];
        StringBuilder lines = new();
        foreach (YamlNode item in kept)
        {
            YamlWriter.TryWrite(new ListValue([YamlValues.ToValue(item)]), sortKeys: false, out string? written);
            lines.Append("  ").Append(written?.TrimEnd('\n').Replace("\n", "\n  ", StringComparison.Ordinal)).Append('\n');
        }

        string content = list.Location.Text.Content;
        int colon = content.IndexOf(':', packages.KeyLocation.Span.End);
        string rest = content[list.Location.Span.End..].TrimStart(' ');
        string entries = lines.Append(Entry(package, 2)).ToString();
        return new EditedPackages($"{content[..(colon + 1)]}\n{entries}{(rest.StartsWith('\n') ? rest[1..] : rest)}", [.. replaced]);
    }

    private static string? AddressOf(YamlNode node) => node is YamlMapping mapping
        ? Sources.Select(key => mapping.TryFind(key, out YamlNode? value) ? (value as YamlScalar)?.Text : null).FirstOrDefault(text => text is not null)
        : null;

    private static string Entry(NewPackage package, int indent)
    {
        string blanks = new(' ', indent);
        StringBuilder text = new($"{blanks}- {(package.Source == "hub" ? "package" : package.Source)}: ");
        YamlScalarWriter.TryWrite(text, Value.Of(package.Name), indent + 2, folds: false);
        text.Append('\n');
        string key = package.Source == "git" ? "revision" : "version";
        string[] versions = package.Version?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        if (versions.Length == 1)
        {
            text.Append($"{blanks}  {key}: ");
            YamlScalarWriter.TryWrite(text, Value.Of(versions[0]), indent + 2, folds: false);
            text.Append('\n');
        }
        else if (versions.Length > 1)
        {
            text.Append($"{blanks}  {key}: [{string.Join(", ", versions.Select(v => $"\"{v}\""))}]\n");
        }

        return text.ToString();
    }

    /// <summary>The dash that begins an item: the nearest one above in the column of the list's dashes, as comments may stand between.</summary>
    private static int DashOf(string content, int item, int column)
    {
        int line = StartOfLine(content, item);
        while (line > 0 && (content.AsSpan(line, column).ContainsAnyExcept(' ') || content[line + column] != '-'))
        {
            line = StartOfLine(content, line - 1);
        }

        return line + column;
    }

    private static int LastOf(YamlNode node) => Math.Max(node.Location.Span.Start, node.Location.Span.End - 1);

    private static int StartOfLine(string text, int offset) => offset == 0 ? 0 : text.LastIndexOf('\n', offset - 1) + 1;

    private static int EndOfLine(string text, int offset) => text.IndexOf('\n', offset) is >= 0 and var end ? end : text.Length;

    /// <param name="end">Where a line ends: its line break, or the end of the text.</param>
    private static string Insert(string text, int end, string lines) =>
        end == text.Length ? $"{text}\n{lines}" : text.Insert(end + 1, lines);
}
