using System.Buffers;
using Deck.Models.Templating.Syntax;
using Deck.Models.Templating.Syntax.Statements;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Rendering;

/// <summary>What a template, a macro or a captured block has written so far.</summary>
internal sealed class Output
{
    private const int LeastCapacity = 256;
    private const int LongestNumber = 20;

    private readonly RenderSession session;
    private readonly SourceMapBuilder? map;
    private readonly NativeNodes? nodes;
    private char[] text = [];
    private int length;
    private bool isMapped;
    private SyntaxNode? unjoined;
    private string unjoinedType = "";

    /// <param name="session">The session whose limits hold.</param>
    /// <param name="map">Where the way back to the template is recorded, for the text of a whole template.</param>
    /// <param name="nodes">Where native rendering collects its nodes.</param>
    public Output(RenderSession session, SourceMapBuilder? map = null, NativeNodes? nodes = null)
    {
        this.session = session;
        this.map = map;
        this.nodes = nodes;
        isMapped = map is not null;
    }

    public void Clear()
    {
        length = 0;
        unjoined = null;
    }

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
        Map(part.Span, part.Expression is null);
        Append(part.Text);
    }

    public void WriteValue(Value value, TextSpan origin)
    {
        Map(origin, isVerbatim: false);
        if (value is StringValue known)
        {
            Append(known.Text);
        }
        else if (value is IntegerValue number && number.TryGetInt64(out long small))
        {
            Append(small);
        }
        else
        {
            Append(value.ToText());
        }
    }

    /// <summary>The value of a construct that Jinja writes unconverted: only a str can be joined with the rest, once all of it is there.</summary>
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
        else if (unjoined is null)
        {
            unjoined = session.Place;
            unjoinedType = value.TypeName;
        }
    }

    /// <summary>One node of native rendering; where the text of a block is captured, nodes have to be str.</summary>
    public void WriteNode(Value value) => WriteBuffered(value, default);

    /// <summary>Begins a value that is written piece by piece: all of it comes from one place of the template.</summary>
    public OutputMark Begin(TextSpan origin)
    {
        Map(origin, isVerbatim: false);
        OutputMark mark = new(length, isMapped, unjoined);
        isMapped = false;
        unjoined = null;
        return mark;
    }

    /// <summary>Ends the value, or takes it back.</summary>
    public void End(OutputMark mark, bool keep)
    {
        length = keep ? length : mark.Length;
        isMapped = mark.IsMapped;
        unjoined = mark.Unjoined;
    }

    /// <summary>What was written, as a text.</summary>
    /// <exception cref="TemplateException">Something that is no text was to be joined with it.</exception>
    public string Join()
    {
        Finish();
        return new string(text, 0, length);
    }

    /// <summary>The same where nobody wants the text.</summary>
    /// <exception cref="TemplateException">Something that is no text was to be joined with it.</exception>
    public void Finish()
    {
        DemandJoined();
        session.CountOutput(length);
    }

    /// <summary>Fails where something that is no text was to be joined with what was written.</summary>
    public void DemandJoined()
    {
        if (unjoined is not null)
        {
            session.Place = unjoined;
            throw TemplateException.TypeError($"sequence item 0: expected str instance, {unjoinedType} found");
        }
    }

    private void Map(TextSpan origin, bool isVerbatim)
    {
        if (isMapped)
        {
            map?.Add(length, origin, isVerbatim);
        }
    }

    private void Append(ReadOnlySpan<char> written)
    {
        if (written.Length > text.Length - length)
        {
            Grow(written.Length);
        }

        written.CopyTo(text.AsSpan(length));
        length += written.Length;
    }

    private void Append(long number)
    {
        if (LongestNumber > text.Length - length)
        {
            Grow(LongestNumber);
        }

        number.TryFormat(text.AsSpan(length), out int written);
        length += written;
    }

    private void Grow(int more)
    {
        session.DemandOutput((long)length + more);
        char[] larger = ArrayPool<char>.Shared.Rent(Math.Max(LeastCapacity, Math.Max(length + more, (int)Math.Min(Array.MaxLength, text.Length * 2L))));
        Array.Copy(text, larger, length);
        Release();
        text = larger;
    }
}
