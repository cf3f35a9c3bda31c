using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Deck.Models.Engine.Caching;

namespace Deck.Models.Cli.Files;

/// <summary>Asks Linux for a file's stamp: .NET tells neither the inode nor when it was last changed.</summary>
internal static unsafe class FileStatus
{
    private const int StructureSize = 256;
    private const int CurrentFolder = -100;
    private const uint BasicFields = 0x7FF;
    private const int LongestOnStack = 512;
    private const long NanosecondsPerSecond = 1_000_000_000;

    /// <summary>`statx(folder, path, flags, mask, status)`, or null where the system has none.</summary>
    private static readonly delegate* unmanaged<int, byte*, int, uint, byte*, int> Ask = (delegate* unmanaged<int, byte*, int, uint, byte*, int>)Find();

    /// <summary>The stamp of a file, links followed; null where there is none, and on other systems.</summary>
    public static FileStamp? StampOf(string path)
    {
        if (Ask is null)
        {
            return null;
        }

        int longest = Encoding.UTF8.GetMaxByteCount(path.Length) + 1;
        Span<byte> name = longest <= LongestOnStack ? stackalloc byte[LongestOnStack] : new byte[longest];
        name[Encoding.UTF8.GetBytes(path, name)] = 0;
        Span<byte> status = stackalloc byte[StructureSize];
        fixed (byte* pathAt = name, statusAt = status)
        {
            return Ask(CurrentFolder, pathAt, 0, BasicFields, statusAt) == 0 ? Read(status) : null;
        }
    }

    /// <summary>The fields of Linux's `struct statx`, which are the same on every processor.</summary>
    private static FileStamp Read(ReadOnlySpan<byte> status) => new(
        Size: BinaryPrimitives.ReadInt64LittleEndian(status[40..]),
        Modified: TimeAt(status[112..]),
        Changed: TimeAt(status[96..]),
        Inode: BinaryPrimitives.ReadInt64LittleEndian(status[32..]));

    private static long TimeAt(ReadOnlySpan<byte> time) =>
        (BinaryPrimitives.ReadInt64LittleEndian(time) * NanosecondsPerSecond) + BinaryPrimitives.ReadUInt32LittleEndian(time[8..]);

    /// <summary>The C library has one name with glibc and another with musl.</summary>
    private static nint Find()
    {
        foreach (string name in OperatingSystem.IsLinux() ? (string[])["libc.so.6", "libc.so"] : [])
        {
            if (NativeLibrary.TryLoad(name, out nint library) && NativeLibrary.TryGetExport(library, "statx", out nint function))
            {
                return function;
            }
        }

        return 0;
    }
}
