namespace Deck.Models.Engine.Loading.Seeds;

/// <summary>What is known of one column's type while its values go by.</summary>
internal sealed class SeedColumnGuess(string name, string? givenType)
{
    private SeedValueKind candidates = givenType is null ? SeedValueKind.All : SeedValueKind.Text;
    private SeedNumberSize size;

    public string Name { get; } = name;

    public void Take(string text)
    {
        if (candidates == SeedValueKind.Text || SeedValues.IsNull(text))
        {
            return;
        }

        candidates = SeedValues.Fits(text, candidates);
        if (candidates.HasFlag(SeedValueKind.Number) && SeedValues.TryNumber(text, out string number))
        {
            size = (SeedNumberSize)Math.Max((int)size, (int)SeedValues.SizeOf(number));
        }
    }

    /// <summary>dbt's type for the first kind that all values fit; integers that need more than `integer` get it, where dbt fails.</summary>
    public SeedColumn Finish()
    {
        SeedValueKind kind = First(candidates);
        string type = kind switch
        {
            SeedValueKind.Number => size switch
            {
                SeedNumberSize.Integer => "integer",
                SeedNumberSize.BigInteger => "bigint",
                SeedNumberSize.Huge => "numeric",
                _ => "float8",
            },
            SeedValueKind.Date => "date",
            SeedValueKind.Timestamp or SeedValueKind.IsoTimestamp => "timestamp without time zone",
            SeedValueKind.Boolean => "boolean",
            _ => "text",
        };
        return new SeedColumn(Name, givenType ?? type) { Kind = kind };
    }

    /// <summary>The lowest flag that is set: kinds are declared in dbt's order.</summary>
    private static SeedValueKind First(SeedValueKind kinds) => kinds & (SeedValueKind)(-(int)kinds);
}
