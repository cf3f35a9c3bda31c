using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Planning.Fusing;

/// <summary>The configs that make a verdict of a number of failing rows, where they are as plain as a comparison with a number.</summary>
internal sealed class CountVerdict
{
    private static readonly string[] Operators = ["!=", "<>", ">=", "<=", ">", "<", "="];

    private readonly long limit;
    private readonly Func<long, bool> warns;
    private readonly Func<long, bool> fails;

    private CountVerdict(long limit, Func<long, bool> warns, Func<long, bool> fails)
    {
        this.limit = limit;
        this.warns = warns;
        this.fails = fails;
    }

    /// <summary>False where a config has to be read by the server: another `fail_calc` than `count(*)`, or a threshold such as `between 1 and 5`.</summary>
    public static bool TryRead(NodeConfig config, [NotNullWhen(true)] out CountVerdict? verdict)
    {
        bool isCount = (config.GetText("fail_calc") ?? "count(*)").Replace(" ", "", StringComparison.Ordinal).Equals("count(*)", StringComparison.OrdinalIgnoreCase);
        bool isPlain = isCount & TryReadThreshold(config.GetText("warn_if"), out Func<long, bool>? warns) & TryReadThreshold(config.GetText("error_if"), out Func<long, bool>? fails)
            & TryReadNumber(config.GetText("limit") ?? $"{long.MaxValue}", out long limit);
        verdict = isPlain && warns is not null && fails is not null ? new CountVerdict(limit, warns, fails) : null;
        return verdict is not null;
    }

    /// <summary>The row that the test's own query would have given.</summary>
    public QueryResult Answer(long count)
    {
        long failures = Math.Min(count, limit);
        return new QueryResult([], [[failures.ToString(CultureInfo.InvariantCulture), Text(warns(failures)), Text(fails(failures))]], "SELECT 1");
    }

    private static string Text(bool value) => value ? "t" : "f";

    private static bool TryReadThreshold(string? text, out Func<long, bool>? threshold)
    {
        string written = text?.Trim() ?? "!= 0";
        string? sign = Operators.FirstOrDefault(o => written.StartsWith(o, StringComparison.Ordinal));
        threshold = sign is not null && TryReadNumber(written[sign.Length..].Trim(), out long number) ? Comparison(sign, number) : null;
        return threshold is not null;
    }

    private static Func<long, bool> Comparison(string sign, long number) => sign switch
    {
        ">=" => n => n >= number,
        "<=" => n => n <= number,
        ">" => n => n > number,
        "<" => n => n < number,
        "=" => n => n == number,
        _ => n => n != number,
    };

    private static bool TryReadNumber(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
