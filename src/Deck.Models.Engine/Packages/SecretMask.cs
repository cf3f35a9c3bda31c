using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Deck.Models.Engine.Loading.Rendering;
using Deck.Models.Text;

namespace Deck.Models.Engine.Packages;

/// <summary>Takes secrets out of texts that are shown or written: the values of secret environment variables, and what stands before the `@` of an address.</summary>
public sealed class SecretMask
{
    private const string Stars = "*****";

    private static readonly Regex UserPart = new("(?<=://)[^/@\\s]+(?=@)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private readonly ImmutableArray<string> secrets;

    public SecretMask(ImmutableDictionary<string, string> environment) => secrets =
    [
        .. environment.Where(v => SecretEnvironment.IsSecret(v.Key) && !string.IsNullOrWhiteSpace(v.Value)).Select(v => v.Value).OrderByDescending(v => v.Length),
    ];

    /// <summary>For the lock: only what is known to be secret.</summary>
    public string HideValues(string text) => secrets.Aggregate(text, (shown, secret) => shown.Replace(secret, Stars, StringComparison.Ordinal));

    /// <summary>For messages: users and passwords in addresses too.</summary>
    public string Hide(string text) => HideUser(HideValues(text));

    /// <summary>The same diagnostic with nothing secret in its words, nor in the lines of the file that it shows.</summary>
    public Diagnostic Hide(Diagnostic diagnostic)
    {
        Diagnostic hidden = Diagnostic.Error(diagnostic.Code, Hide(diagnostic.Message), Hide(diagnostic.Location)).As(diagnostic.Severity)
            .WithRelated(diagnostic.Related.Select(r => new RelatedLocation(r.Label, Hide(r.Location) ?? r.Location)));
        return diagnostic.Hints.Aggregate(hidden, (shown, hint) => shown.WithHint(Hide(hint)));
    }

    /// <summary>An address without its user and password.</summary>
    public static string HideUser(string text) => UserPart.Replace(text, Stars);

    /// <summary>The place in a text of the same length, so that columns stay.</summary>
    private Location? Hide(Location? location)
    {
        if (location?.InFile is not { } place)
        {
            return null;
        }

        string content = secrets.Aggregate(place.Text.Content, (shown, secret) => shown.Replace(secret, new string('*', secret.Length), StringComparison.Ordinal));
        content = UserPart.Replace(content, user => new string('*', user.Length));
        return content == place.Text.Content ? place : new Location(new SourceText(place.Text.Path, content), place.Span);
    }
}
