using System.Globalization;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context;

/// <summary>Moments as template values.</summary>
internal static class TimeValues
{
    /// <summary>An aware `datetime` in UTC.</summary>
    public static Value Utc(DateTimeOffset moment) => Value.Of(moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff+00:00", CultureInfo.InvariantCulture));
}
