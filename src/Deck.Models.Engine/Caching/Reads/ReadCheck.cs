using Deck.Models.Engine.Caching.Format;

namespace Deck.Models.Engine.Caching.Reads;

/// <summary>Keeps what renders asked for beside the answers, and finds whether the answers are others now.</summary>
internal sealed class ReadCheck(ReadValues values)
{
    private readonly Dictionary<string, byte[]> answers = new(StringComparer.Ordinal);

    public void Write(CacheWriter writer, ReadLog log)
    {
        writer.Flag(log.IsVolatile);
        writer.Flag(log.ReadsFlags);
        if (log.ReadsFlags)
        {
            writer.Bytes(Answer("flags", "", _ => values.Flags()));
        }

        Write(writer, log.Environment, name => Answer("env", name, values.Environment));
        Write(writer, log.Variables, name => Answer("var", name, values.Variable));
    }

    /// <summary>True where nothing is volatile and every answer is the same now; all of the log is read in any case.</summary>
    public bool IsSame(CacheReader reader)
    {
        bool same = !reader.Flag();
        if (reader.Flag())
        {
            same &= reader.Bytes().SequenceEqual(Answer("flags", "", _ => values.Flags()));
        }

        same &= AreSame(reader, name => Answer("env", name, values.Environment));
        same &= AreSame(reader, name => Answer("var", name, values.Variable));
        return same;
    }

    private static void Write(CacheWriter writer, IReadOnlyCollection<string> names, Func<string, byte[]> answer)
    {
        writer.Number(names.Count);
        foreach (string name in names.Order(StringComparer.Ordinal))
        {
            writer.Text(name);
            writer.Bytes(answer(name));
        }
    }

    private static bool AreSame(CacheReader reader, Func<string, byte[]> answer)
    {
        bool same = true;
        int count = reader.Number();
        for (int i = 0; i < count; i++)
        {
            string name = reader.Text();
            same &= reader.Bytes().SequenceEqual(answer(name));
        }

        return same;
    }

    private byte[] Answer(string kind, string name, Func<string, byte[]> make)
    {
        string key = $"{kind} {name}";
        if (!answers.TryGetValue(key, out byte[]? answer))
        {
            answers.Add(key, answer = make(name));
        }

        return answer;
    }
}
