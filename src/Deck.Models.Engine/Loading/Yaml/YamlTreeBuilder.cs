using System.Collections.Immutable;
using Deck.Models.Templating.Values;
using Deck.Models.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Deck.Models.Engine.Loading.Yaml;

/// <summary>Builds the nodes of one text from YamlDotNet's events; used once.</summary>
internal sealed class YamlTreeBuilder
{
    private const int MaxDepth = 200;

    // Aliases of aliases can make a short text stand for billions of nodes; this many are more than any project file has.
    private const int MaxNodes = 2_000_000;

    private readonly SourceText source;
    private readonly List<Diagnostic> diagnostics;
    private readonly AnchorScanner scanner;
    private readonly Parser parser;
    private readonly bool endsBlank;
    private readonly Dictionary<string, (YamlNode? Node, int Size)> anchors = new(StringComparer.Ordinal);
    private readonly Stack<int> openBrackets = new();
    private int nodeCount;
    private int depth;

    /// <param name="endsBlank">True where blanks and line breaks at the end of the text do not belong to it.</param>
    public YamlTreeBuilder(SourceText source, List<Diagnostic> diagnostics, bool endsBlank)
    {
        this.endsBlank = endsBlank;
        this.source = source;
        this.diagnostics = diagnostics;
        scanner = new AnchorScanner(new Scanner(new StringReader(source.Content)));
        parser = new Parser(scanner);
    }

    /// <summary>The offset up to which the text was understood.</summary>
    public int Reached { get; private set; }

    /// <summary>Where the innermost `[` or `{` stands that is still open.</summary>
    public int? OpenBracket => openBrackets.TryPeek(out int offset) ? offset : null;

    /// <summary>The first document's root, or null where the text has none.</summary>
    /// <exception cref="YamlException">The text is not YAML.</exception>
    public YamlNode? Build()
    {
        YamlNode? root = null;
        Advance();
        while (Advance() is DocumentStart start)
        {
            if (root is not null)
            {
                diagnostics.Add(Diagnostic.Error(YamlCodes.SeveralDocuments, "a file holds one YAML document, but a second one starts here", At(start)));
                return root;
            }

            Advance();
            root = ReadNode();
            Advance();
        }

        return root;
    }

    private ParsingEvent? Advance()
    {
        if (!parser.MoveNext())
        {
            return null;
        }

        ParsingEvent? current = parser.Current;
        Reached = (int)(current?.End.Index ?? Reached);
        return current;
    }

    /// <summary>Reads the node whose first event is the current one; its last event is current afterwards.</summary>
    private YamlNode ReadNode(bool isKey = false)
    {
        ParsingEvent current = parser.Current ?? throw new YamlException("unexpected end of the text");
        nodeCount++;
        if (current is AnchorAlias alias)
        {
            return ReadAlias(alias);
        }

        string? anchor = current is NodeEvent { Anchor.IsEmpty: false } named ? named.Anchor.Value : current is Scalar && scanner.TryFind(current.End.Index, out string? kept) ? kept : null;
        int before = nodeCount;
        if (anchor is not null)
        {
            anchors[anchor] = (null, 0);
        }

        YamlNode node = current switch
        {
            Scalar scalar => ReadScalar(scalar, isKey),
            SequenceStart start => ReadCollection(start, start.Style == SequenceStyle.Flow, ReadSequence),
            MappingStart start => ReadCollection(start, start.Style == MappingStyle.Flow, ReadMapping),
            _ => throw new YamlException(current.Start, current.End, $"unexpected {current}"),
        };
        if (anchor is not null)
        {
            anchors[anchor] = (node, nodeCount - before + 1);
        }

        return node;
    }

    private YamlNode ReadAlias(AnchorAlias alias)
    {
        string name = alias.Value.Value;
        bool known = anchors.TryGetValue(name, out (YamlNode? Node, int Size) anchored);
        if (anchored.Node is null)
        {
            string message = known ? $"alias `*{name}` stands inside the value that it repeats" : $"there is no anchor `&{name}` before this alias";
            diagnostics.Add(Diagnostic.Error(YamlCodes.BadAlias, message, At(alias)).WithHint(known ? null : Spelling.DidYouMean(name, anchors.Keys)));
            return new YamlScalar { Location = At(alias), Loaded = Value.None, Text = "" };
        }

        nodeCount += anchored.Size;
        return nodeCount > MaxNodes ? throw new YamlLimitException(alias.Start, alias.End, $"aliases make this file larger than {MaxNodes} values") : anchored.Node;
    }

    private YamlScalar ReadScalar(Scalar scalar, bool isKey)
    {
        Location location = At(scalar);
        bool quoted = scalar.Style is not (ScalarStyle.Plain or ScalarStyle.Any);
        string text = WithoutAddedBreak(scalar);
        if (!quoted && scalar.Tag.IsEmpty)
        {
            DemandPlain(text, isKey, location);
        }

        Value value = scalar.Tag.IsEmpty
            ? quoted ? Value.Of(text) : YamlScalars.Resolve(text, location, diagnostics)
            : YamlScalars.ResolveTagged(scalar.Tag.Value, text, location, diagnostics);
        return new YamlScalar { Location = location, Loaded = value, Text = text, IsQuoted = quoted };
    }

    /// <summary>A block at the end of a text that ends without a line break has none either, as PyYAML reads it.</summary>
    private string WithoutAddedBreak(Scalar scalar)
    {
        bool isLast = scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded && scalar.End.Index >= source.Content.AsSpan().TrimEnd().Length;
        return !isLast ? scalar.Value
            : endsBlank ? scalar.Value.TrimEnd()
            : scalar.Value.EndsWith('\n') && !source.Content.EndsWith('\n') ? scalar.Value[..^1]
            : scalar.Value;
    }

    /// <summary>`=` and `&lt;&lt;` mean something as keys alone; and some characters begin no plain text, between brackets neither.</summary>
    private void DemandPlain(string text, bool isKey, Location location)
    {
        if (!isKey && text is ("=" or "<<"))
        {
            diagnostics.Add(Diagnostic.Error(YamlCodes.BadTag, $"`{text}` is no value in YAML 1.1", location).WithHint("put quotes around it where a text is meant"));
        }
        else if (text is ['@' or '`' or '%' or '|' or '>', ..])
        {
            diagnostics.Add(Diagnostic.Error(YamlCodes.Syntax, $"a text without quotes cannot begin with `{text[0]}`", location).WithHint("put quotes around it"));
        }
    }

    private YamlNode ReadCollection(NodeEvent start, bool isFlow, Func<NodeEvent, bool, YamlNode> read)
    {
        if (++depth > MaxDepth)
        {
            throw new YamlLimitException(start.Start, start.End, $"values are nested more than {MaxDepth} levels deep");
        }

        if (isFlow)
        {
            openBrackets.Push((int)start.Start.Index);
        }

        YamlNode node = YamlTags.Apply(start.Tag.IsEmpty ? "" : YamlTags.KindOf(start.Tag.Value), read(start, isFlow), diagnostics);
        if (isFlow)
        {
            openBrackets.Pop();
        }

        depth--;
        return node;
    }

    private YamlSequence ReadSequence(NodeEvent start, bool isFlow)
    {
        ImmutableArray<YamlNode>.Builder items = ImmutableArray.CreateBuilder<YamlNode>();
        while (Advance() is not SequenceEnd)
        {
            items.Add(ReadNode());
        }

        return new YamlSequence { Location = isFlow ? ToBracket(start) : ToLast(start, items.Count == 0 ? null : items[^1]), Items = items.DrainToImmutable() };
    }

    /// <summary>A mapping with a key that is no text is reported as such, and as a null it causes no further mistakes.</summary>
    private YamlNode ReadMapping(NodeEvent start, bool isFlow)
    {
        YamlMappingBuilder entries = new(diagnostics);
        YamlNode? last = null;
        while (Advance() is not MappingEnd)
        {
            YamlNode key = ReadNode(isKey: true);
            Advance();
            last = ReadNode();
            entries.Add(key, last);
        }

        Location location = isFlow ? ToBracket(start) : ToLast(start, last);
        return entries.HasBadKey
            ? new YamlScalar { Location = location, Loaded = Value.None, Text = "" }
            : new YamlMapping { Location = location, Entries = entries.Finish() };
    }

    private Location At(ParsingEvent e) => new(source, TextSpan.Between((int)e.Start.Index, Math.Max((int)e.Start.Index, (int)e.End.Index)));

    /// <summary>A flow collection, its closing bracket included: the end event stands before it.</summary>
    private Location ToBracket(NodeEvent start) =>
        new(source, TextSpan.Between((int)start.Start.Index, Math.Min(source.Content.Length, (int)(parser.Current?.Start.Index ?? start.End.Index) + 1)));

    /// <summary>A block collection up to the end of its last value: the end event stands too far below.</summary>
    private Location ToLast(NodeEvent start, YamlNode? last)
    {
        int from = (int)start.Start.Index;
        bool below = last is not null && last.Location.Span.End > from;
        return new Location(source, TextSpan.Between(from, below && last is not null ? last.Location.Span.End : from));
    }
}
