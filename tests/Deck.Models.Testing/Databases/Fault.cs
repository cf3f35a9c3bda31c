namespace Deck.Models.Testing.Databases;

/// <summary>What a <see cref="CountingProxy"/> does to one exchange.</summary>
/// <param name="Exchange">Its number, counted from 1 over all connections since the last <see cref="CountingProxy.Take"/>.</param>
public abstract record Fault(int Exchange)
{
    /// <summary>Cuts the connection, with a reset or as if the other side had closed it.</summary>
    public sealed record Cut(int Exchange, CutPoint Point, bool Resets) : Fault(Exchange)
    {
        public override string ToString() => $"{Point} of exchange {Exchange}{(Resets ? ", reset" : "")}";
    }

    /// <summary>Holds the request back and every later one, until the connection is closed.</summary>
    public sealed record Stall(int Exchange) : Fault(Exchange);

    /// <summary>Lets something happen before the request goes on.</summary>
    public sealed record Meanwhile(int Exchange, Func<Task> Happens) : Fault(Exchange);

    /// <summary>Answers in the server's place with an error.</summary>
    public sealed record Refuse(int Exchange, string SqlState, string Message) : Fault(Exchange);
}
