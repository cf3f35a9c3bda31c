using System.Buffers;
using Deck.Models.Templating.Syntax.Statements;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Rendering;

/// <summary>What a template, a macro or a captured block has written so far.</summary>
internal sealed class Output
{
    private const int LeastCapacity = 256;

    private readonly RenderSession session;
    private readonly SourceMapBuilder? map;
    private readonly List<Value>? nodes;
    private char[] text = [];
    private int length;

    /// <param name="session">The session whose limits hold.</param>
    /// <param name="map">Where the way back to the template is recorded, for the text of a whole template.</param>
    /// <param name="nodes">Where native rendering collects its nodes.</param>
    public Output(RenderSession session, SourceMapBuilder? map = null, List<Value>? nodes = null)
    {
        this.session = session;
        this.map = map;
        this.nodes = nodes;
    }

    public void Clear() => length = 0;

    /// <summary>Gives the memory back; what was written is lost.</summary>
    public void Release()
    {
        if (text.Length > 0)
        {
            ArrayPool<char>.Shared.Return(text);
            text = [];
        }
    }

    /// <summary>Template data, or an expression whose text was known before rendering.</summary>
    public void WriteConstant(OutputPart part)
    {
        if (part.Text is { } written)
        {
            map?.Add(length, part.Span, part.Expression is null);
            Append(written);
        }
    }

    public void WriteValue(Value value, TextSpan origin)
    {
        string written = value is StringValue known ? known.Text : value.ToText();
        map?.Add(length, origin, isVerbatim: false);
        Append(written);
    }

    /// <summary>The value of a construct that Jinja writes unconverted: only a str can be joined with the rest.</summary>
    public void WriteBuffered(Value value, TextSpan origin)
    {
        if (nodes is not null)
        {
            nodes.Add(value);
        }
        else if (value is StringValue)
        {
            WriteValue(value, origin);
        }
        else
        {
            throw TemplateException.TypeError($"sequence item 0: expected str instance, {value.TypeName} found");
        }
    }

    /// <summary>One node of native rendering; where the text of a block is captured, nodes have to be str.</summary>
    public void WriteNode(Value value) => WriteBuffered(value, default);

    public override string ToString() => new(text, 0, length);

    private void Append(string written)
    {
        session.CountOutput(written.Length);
        if (written.Length > text.Length - length)
        {
            Grow(written.Length);
        }

        written.CopyTo(0, text, length, written.Length);
        length += written.Length;
    }

    private void Grow(int more)
    {
        char[] larger = ArrayPool<char>.Shared.Rent(Math.Max(LeastCapacity, Math.Max(length + more, (int)Math.Min(Array.MaxLength, text.Length * 2L))));
        Array.Copy(text, larger, length);
        Release();
        text = larger;
    }
}
