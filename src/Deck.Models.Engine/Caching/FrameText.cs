using Deck.Models.Engine.Caching.Format;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Caching;

/// <summary>Everything around the resources that resolving them makes use of, in one notation: equal frames are equal bytes.</summary>
internal static class FrameText
{
    /// <summary>False where the frame is not fit for keeping anything: a mistake in it, or a secret that templates can see.</summary>
    public static bool IsKeepable(ProjectFrame frame) => frame is { Profile.ShowsSecrets: false, Uninstalled: null };

    /// <summary>The bytes, or null where a value has no notation.</summary>
    public static byte[]? Of(ProjectFrame frame)
    {
        CacheWriter writer = new(1 << 12);
        writer.Flag(frame.Settings.StoreFailures);
        if (frame.Profile is { } profile)
        {
            writer.Text(profile.ProfileName);
            writer.Text(profile.TargetName);
            ValueFormat.Write(writer, profile.Target);
        }

        ValueFormat.Write(writer, frame.Selectors is { } selectors ? YamlValues.ToValue(selectors) : Value.None);
        foreach (FramedPackage package in frame.Packages)
        {
            writer.Text(package.Folder.Prefix);
            ValueFormat.Write(writer, package.Project.Rendered is { } yaml ? YamlValues.ToValue(yaml) : Value.None);
        }

        writer.Finish();
        return writer.IsWhole ? writer.Written.ToArray() : null;
    }
}
