using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Deck.Models.Cli.Commands.Options;
using Deck.Models.Engine.Packages;

namespace Deck.Models.Cli.Packages;

/// <summary>Tells the steps of `deps` as they happen, a line each: as text, or as JSON with `--log-format json`.</summary>
internal sealed class PackageProgress(CliHost host, GlobalOptions options, SecretMask mask) : IProgress<PackageEvent>
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock writing = new();
    private readonly bool isQuiet = options.Quiet;
    private readonly bool isJson = options.LogFormat == "json";

    public void Report(PackageEvent value)
    {
        if (isQuiet)
        {
            return;
        }

        string line = mask.Hide(Describe(value));
        lock (writing)
        {
            host.Out.WriteLine(isJson ? ToJson(value, line) : line);
        }
    }

    private static string Describe(PackageEvent step) => step.Step switch
    {
        PackageStep.Resolving => $"Resolving the packages of {step.Detail}",
        PackageStep.Fetching => $"Fetching {step.Package} {step.Detail}",
        PackageStep.Retrying => $"Trying {step.Package} again: {step.Detail}",
        PackageStep.Added => $"Added {step.Package} to {step.Detail}",
        PackageStep.Replaced => $"Took {step.Package} out of {step.Detail}",
        PackageStep.Locked => $"Wrote {step.Detail}",
        PackageStep.Installed => $"Installed {step.Package} {step.Detail}",
        PackageStep.UpdateAvailable => $"{step.Package} {step.Detail} is out: change its version, or use --upgrade where it fits",
        _ => $"Removed {step.Package}: nothing asks for it",
    };

    private string ToJson(PackageEvent step, string line)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter json = new(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteStartObject("info");
            json.WriteString("name", $"Package{step.Step}");
            json.WriteString("level", "info");
            json.WriteString("ts", host.Clock.GetUtcNow().UtcDateTime);
            json.WriteString("msg", line);
            json.WriteEndObject();
            json.WriteStartObject("data");
            json.WriteString("package", mask.Hide(step.Package));
            json.WriteString("detail", mask.Hide(step.Detail));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
