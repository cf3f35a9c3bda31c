using System.Diagnostics;
using System.Text.Json;

namespace Deck.Models.Benchmarks;

/// <summary>What Python's Jinja2 needs for the benchmark templates, measured by jinja_reference.py.</summary>
internal static class JinjaReference
{
    /// <summary>The script's figures, or null with what is missing where Python or Jinja2 is not there.</summary>
    public static JsonElement? Measure(out string? missing)
    {
        string script = Path.Combine(AppContext.BaseDirectory, "jinja_reference.py");
        ProcessStartInfo start = new("python3", [script, BenchmarkTemplates.Folder]) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using Process process = Process.Start(start) ?? throw new InvalidOperationException("python3 did not start");
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            missing = process.ExitCode == 0 ? null : $"python3 failed; Jinja2 is in Debian's package python3-jinja2, or `pip install jinja2`:\n{errors.Result}";
            return missing is null ? JsonDocument.Parse(output).RootElement : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            missing = "python3 is not installed; Debian's packages python3 and python3-jinja2 have what is needed";
            return null;
        }
    }
}
