using System.Buffers;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Deck.Models.Cli.Files;

/// <summary>Replaces a file in one step: readers see the old content or the new one, never a half.</summary>
internal static class AtomicFile
{
    /// <exception cref="FileException">The folder cannot be written; the old file is untouched.</exception>
    public static void Write(string path, Action<Stream> write) => Replace(path, fresh =>
    {
        using FileStream stream = new(fresh, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        write(stream);
    });

    /// <summary>A file that holds the text already stays as it is: a replacement makes the system write it to the disk.</summary>
    /// <exception cref="FileException">The folder cannot be written; the old file is untouched.</exception>
    public static void WriteText(string path, string text)
    {
        byte[] content = Encoding.UTF8.GetBytes(text);
        if (!FileException.Guard(path, () => Holds(path, content)))
        {
            Replace(path, fresh => File.WriteAllBytes(fresh, content));
        }
    }

    private static bool Holds(string path, byte[] content)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        // Who shares everything asks the system for no lock.
        using SafeFileHandle file = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
        if (RandomAccess.GetLength(file) != content.Length)
        {
            return false;
        }

        byte[] held = ArrayPool<byte>.Shared.Rent(content.Length);
        bool holds = RandomAccess.Read(file, held.AsSpan(0, content.Length), 0) == content.Length && held.AsSpan(0, content.Length).SequenceEqual(content);
        ArrayPool<byte>.Shared.Return(held);
        return holds;
    }

    private static void Replace(string path, Action<string> write) => FileException.Guard(path, () =>
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? ".");
        string fresh = $"{path}.{System.Environment.ProcessId}.new";
        bool moved = false;
        try
        {
            write(fresh);
            File.Move(fresh, path, overwrite: true);
            moved = true;
        }
        finally
        {
            if (!moved)
            {
                File.Delete(fresh);
            }
        }

        return path;
    });
}
