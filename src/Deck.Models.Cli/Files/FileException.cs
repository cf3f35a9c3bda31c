namespace Deck.Models.Cli.Files;

/// <summary>A file or folder of the user's that could not be written or deleted.</summary>
internal sealed class FileException(string path, Exception cause) : Exception(cause.Message, cause)
{
    public string Path => path;

    /// <summary>Does the work on the path; what the system refuses becomes this exception.</summary>
    public static T Guard<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (IOException refused)
        {
            throw new FileException(path, refused);
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new FileException(path, refused);
        }
    }
}
