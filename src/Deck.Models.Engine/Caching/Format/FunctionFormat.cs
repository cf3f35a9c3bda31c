using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Caching.Format;

/// <summary>The notation of what a function adds to other nodes.</summary>
internal static class FunctionFormat
{
    public static void Write(CacheWriter writer, FunctionNode function)
    {
        WriteSignature(writer, function.Signature);
        writer.All(function.Overloads, WriteOverload);
    }

    public static FunctionNode Read(CacheReader reader, NodeHead head) => new(head, ReadSignature(reader)) { Overloads = reader.All(() => ReadOverload(reader)) };

    private static void WriteSignature(CacheWriter writer, FunctionSignature signature)
    {
        writer.All(signature.Arguments, WriteArgument);
        writer.Text(signature.Returns);
        writer.Text(signature.ReturnsDescription);
    }

    private static FunctionSignature ReadSignature(CacheReader reader) => new()
    {
        Arguments = reader.All(() => new FunctionArgument(reader.Text(), reader.Text(), reader.TextOrNull(), ValueFormat.Read(reader))),
        Returns = reader.TextOrNull(),
        ReturnsDescription = reader.TextOrNull(),
    };

    private static void WriteArgument(CacheWriter writer, FunctionArgument argument)
    {
        writer.Text(argument.Name);
        writer.Text(argument.DataType);
        writer.Text(argument.Description);
        ValueFormat.Write(writer, argument.Default);
    }

    private static void WriteOverload(CacheWriter writer, FunctionOverload overload)
    {
        writer.Text(overload.DefinedIn);
        WriteSignature(writer, overload.Signature);
        writer.Flag(overload.HasOwnReturns);
        writer.Text(overload.Description);
        writer.Source(overload.Code?.Source);
    }

    private static FunctionOverload ReadOverload(CacheReader reader) => new()
    {
        DefinedIn = reader.Text(),
        Signature = ReadSignature(reader),
        HasOwnReturns = reader.Flag(),
        Description = reader.TextOrNull(),
        Code = reader.SourceOrNull() is { } source ? NodeCode.Deferred(source) : null,
    };
}
