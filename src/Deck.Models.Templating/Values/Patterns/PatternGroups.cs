using System.Globalization;

namespace Deck.Models.Templating.Values;

/// <summary>The groups of a pattern while it is read: their numbers, their names, and which are closed already.</summary>
internal sealed class PatternGroups(PatternReader reader)
{
    private readonly OrderedDictionary<string, int> names = [];
    private readonly Dictionary<int, PatternWidth> closed = [];
    private readonly List<int> closing = [];
    private int count;

    public int Open(string? name)
    {
        count++;
        if (name is not null)
        {
            DemandName(name);
            if (!names.TryAdd(name, count))
            {
                throw reader.Fail($"redefinition of group name {StringRepr.Of(name)} as group {count}; was group {names[name]}");
            }
        }

        return count;
    }

    public void Close(int group, PatternWidth width)
    {
        closed[group] = width;
        closing.Add(group);
    }

    public PatternWidth WidthOf(int group) => closed[group];

    /// <summary>The group that a backward reference means.</summary>
    public int Closed(int group) =>
        closed.ContainsKey(group) ? group
        : throw reader.Fail(group <= count ? "cannot refer to an open group" : $"invalid group reference {group}");

    public int Closed(string name)
    {
        DemandName(name);
        return Closed(names.TryGetValue(name, out int group) ? group : throw reader.Fail($"unknown group name {StringRepr.Of(name)}"));
    }

    /// <summary>The group that a condition asks for, by number or name; it may stand further on.</summary>
    public int Known(string name)
    {
        if (name.All(char.IsAsciiDigit))
        {
            return int.TryParse(name, CultureInfo.InvariantCulture, out int number) && number > 0 ? number : throw reader.Fail("bad group number");
        }

        DemandName(name);
        return names.TryGetValue(name, out int group) ? group : throw reader.Fail($"unknown group name {StringRepr.Of(name)}");
    }

    public TranslatedPattern Finish(string text, int flags) => new(text, flags, count, names, closing);

    private void DemandName(string name)
    {
        if (char.IsDigit(name[0]) || !name.All(unit => char.IsLetterOrDigit(unit) || unit == '_'))
        {
            throw reader.Fail($"bad character in group name {StringRepr.Of(name)}");
        }
    }
}
