using System.ComponentModel;
using System.Diagnostics;

namespace Deck.Models.Cli.Documentation;

/// <summary>The user's web browser.</summary>
internal static class Browser
{
    /// <summary>Opens a page; where there is no browser, nothing happens: the address has been told.</summary>
    public static void Open(string address)
    {
        try
        {
            using Process? opened = Process.Start(new ProcessStartInfo(address) { UseShellExecute = true });
        }
        catch (Win32Exception)
        {
        }
    }
}
