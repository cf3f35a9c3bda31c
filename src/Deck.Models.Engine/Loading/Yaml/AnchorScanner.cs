using System.Diagnostics.CodeAnalysis;
using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace Deck.Models.Engine.Loading.Yaml;

/// <summary>Keeps the anchors of scalars that are values between braces, `{a: &amp;x 1, b: 2}`, from YamlDotNet's parser, which takes the comma behind them for a mistake.</summary>
/// <remarks>Every token is consumed when it is fetched, so that those behind it can be looked at.</remarks>
internal sealed class AnchorScanner(IScanner tokens) : IScanner
{
    private readonly Dictionary<long, string> anchors = [];
    private readonly Stack<Token> open = new();
    private readonly Queue<Token> ahead = new();
    private Token? previous;

    public Mark CurrentPosition => tokens.CurrentPosition;

    public Token? Current { get; private set; }

    public bool MoveNext()
    {
        ConsumeCurrent();
        return MoveNextWithoutConsuming();
    }

    public bool MoveNextWithoutConsuming()
    {
        Token? token = Take();
        if (token is Anchor anchor && (previous is Value or Tag) && open.TryPeek(out Token? bracket) && bracket is FlowMappingStart && FindScalar() is { } scalar)
        {
            anchors[scalar.End.Index] = anchor.Value.Value;
            token = Take();
        }

        Note(token);
        Current = token;
        return token is not null;
    }

    public void ConsumeCurrent() => Current = null;

    /// <summary>The anchor of the scalar that ends at an offset, where it was kept back.</summary>
    public bool TryFind(long offset, [NotNullWhen(true)] out string? anchor) => anchors.TryGetValue(offset, out anchor);

    /// <summary>The scalar that comes next, behind its tag where it has one.</summary>
    private Scalar? FindScalar()
    {
        Token? next = Fetch();
        while (next is not null)
        {
            ahead.Enqueue(next);
            if (next is not Tag)
            {
                break;
            }

            next = Fetch();
        }

        return next as Scalar;
    }

    private Token? Take() => ahead.TryDequeue(out Token? token) ? token : Fetch();

    private Token? Fetch() => tokens.MoveNext() ? tokens.Current : null;

    private void Note(Token? token)
    {
        previous = token;
        if (token is FlowMappingStart or FlowSequenceStart)
        {
            open.Push(token);
        }
        else if (token is FlowMappingEnd or FlowSequenceEnd)
        {
            open.TryPop(out _);
        }
    }
}
