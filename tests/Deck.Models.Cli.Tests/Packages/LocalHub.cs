using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Deck.Models.Cli.Tests.Packages;

/// <summary>A hub on this machine: its packages and archives are what the test puts there.</summary>
internal sealed class LocalHub : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly ConcurrentDictionary<string, byte[]> files = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> refusals = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Dictionary<string, object>> packages = new(StringComparer.Ordinal);
    private readonly Task serving;

    public LocalHub()
    {
        using (TcpListener probe = new(IPAddress.Loopback, 0))
        {
            probe.Start();
            Url = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
        }

        listener.Prefixes.Add(Url + "/");
        listener.Start();
        serving = ServeAsync();
    }

    public string Url { get; }

    /// <summary>The paths that were asked for, in order.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>The headers `Authorization` that came.</summary>
    public ConcurrentQueue<string> Authorizations { get; } = new();

    /// <summary>Puts a file at a path; returns its address.</summary>
    public string Put(string path, byte[] content)
    {
        files["/" + path] = content;
        return $"{Url}/{path}";
    }

    /// <summary>Adds a version of a package, as a project with one macro; a further version joins those before.</summary>
    /// <param name="asks">What the version asks for: package and versions.</param>
    public LocalHub With(string package, string version, params (string Package, string Version)[] asks)
    {
        string name = package.Split('/')[1];
        byte[] archive = TestArchive.Of(($"{name}-{version}/dbt_project.yml", $"name: {name}\n"), ($"{name}-{version}/macros/version.sql", $"{{% macro {name}_version() %}}{version}{{% endmacro %}}"));
        return With(package, version, archive, Convert.ToHexStringLower(SHA256.HashData(archive)), asks);
    }

    public LocalHub With(string package, string version, byte[] archive, string? checksum, params (string Package, string Version)[] asks)
    {
        string name = package.Split('/')[1];
        string address = Put($"archives/{name}-{version}.tar.gz", archive);
        Dictionary<string, object> versions = packages.GetOrAdd(package, _ => []);
        versions[version] = new
        {
            name,
            version,
            packages = asks.Select(a => new { package = a.Package, version = a.Version.Split(',') }),
            downloads = new { tarball = address, format = "tgz", sha256 = checksum },
        };
        Put($"api/v1/{package}.json", JsonSerializer.SerializeToUtf8Bytes(new { name, versions }));
        Put("api/v1/index.json", JsonSerializer.SerializeToUtf8Bytes(packages.Keys));
        return this;
    }

    /// <summary>Answers a path with 503 a number of times.</summary>
    public void Refuse(string path, int times) => refusals["/" + path] = times;

    public void Dispose()
    {
        listener.Close();
        serving.Wait();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            try
            {
                Answer(await listener.GetContextAsync());
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Answer(HttpListenerContext context)
    {
        string path = context.Request.RawUrl ?? "";
        Asked.Enqueue(path);
        if (context.Request.Headers["Authorization"] is { } authorization)
        {
            Authorizations.Enqueue(Encoding.UTF8.GetString(Convert.FromBase64String(authorization.Split(' ')[1])));
        }

        bool refused = refusals.TryGetValue(path, out int left) && left > 0;
        if (refused)
        {
            refusals[path] = left - 1;
        }

        byte[]? content = null;
        context.Response.StatusCode = refused ? 503 : files.TryGetValue(path, out content) ? 200 : 404;
        context.Response.Close(content ?? [], willBlock: true);
    }
}
