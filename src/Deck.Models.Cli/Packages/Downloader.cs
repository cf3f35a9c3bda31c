using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Deck.Models.Engine.Packages;

namespace Deck.Models.Cli.Packages;

/// <summary>Fetches over HTTP: a few tries with growing pauses where a server is busy or a connection breaks, and never more bytes than allowed.</summary>
internal sealed class Downloader(HttpClient client, DownloadLimits limits, TimeProvider clock, IProgress<PackageEvent> progress)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <param name="shownName">What is fetched, for a line of progress.</param>
    /// <param name="open">Where the bytes go; opened anew for each try, and disposed.</param>
    public async Task<Download> FetchAsync(Uri address, string shownName, Func<LimitedWriter> open, CancellationToken cancellation)
    {
        for (int tried = 0; ; tried++)
        {
            Download outcome = await TryAsync(address, open, cancellation);
            if (!outcome.IsTransient || tried == limits.Pauses.Length)
            {
                return outcome;
            }

            TimeSpan pause = outcome.Wait is { } asked && asked < LongestWait && asked > limits.Pauses[tried] ? asked : limits.Pauses[tried];
            progress.Report(new PackageEvent(PackageStep.Retrying, shownName, outcome.Failure ?? ""));
            await Task.Delay(pause, clock, cancellation);
        }
    }

    private async Task<Download> TryAsync(Uri address, Func<LimitedWriter> open, CancellationToken cancellation)
    {
        using CancellationTokenSource silence = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        silence.CancelAfter(limits.Silence);
        try
        {
            using HttpRequestMessage request = Ask(address);
            using HttpResponseMessage answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, silence.Token);
            return answer.IsSuccessStatusCode ? await CopyAsync(answer, open, silence) : Refused(answer);
        }
        catch (HttpRequestException failure)
        {
            return new Download(Explain(failure)) { IsTransient = failure.HttpRequestError != HttpRequestError.SecureConnectionError };
        }
        catch (HttpIOException broken)
        {
            return new Download($"the connection broke ({broken.Message})") { IsTransient = true };
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Download($"the server said nothing for {limits.Silence.TotalSeconds:0} seconds") { IsTransient = true };
        }
    }

    /// <summary>A user and password of the address are sent as such, and not shown to the server that a redirect leads to.</summary>
    private static HttpRequestMessage Ask(Uri address)
    {
        HttpRequestMessage request = new(HttpMethod.Get, address.UserInfo.Length == 0 ? address : new UriBuilder(address) { UserName = "", Password = "" }.Uri);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("deckmodel", Program.Version));
        if (address.UserInfo.Length > 0)
        {
            string user = Uri.UnescapeDataString(address.UserInfo);
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(user.Contains(':', StringComparison.Ordinal) ? user : user + ":")));
        }

        return request;
    }

    private async Task<Download> CopyAsync(HttpResponseMessage answer, Func<LimitedWriter> open, CancellationTokenSource silence)
    {
        await using LimitedWriter target = open();
        await using Stream body = await answer.Content.ReadAsStreamAsync(silence.Token);
        byte[] buffer = new byte[1 << 16];
        while (await body.ReadAsync(buffer, silence.Token) is > 0 and int read)
        {
            silence.CancelAfter(limits.Silence);
            if (!await target.TryWriteAsync(buffer.AsMemory(0, read), silence.Token))
            {
                return new Download($"it is larger than {target.Limit >> 20} MB");
            }
        }

        return answer.Content.Headers.ContentLength is { } promised && promised != target.Written
            ? new Download($"only {target.Written} of {promised} bytes came") { IsTransient = true }
            : Download.Done;
    }

    private static Download Refused(HttpResponseMessage answer)
    {
        bool busy = answer.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)answer.StatusCode >= 500;
        return new Download($"the server answers {(int)answer.StatusCode} {answer.ReasonPhrase}".TrimEnd())
        {
            IsMissing = answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone,
            IsTransient = busy,
            Wait = answer.Headers.RetryAfter?.Delta,
        };
    }

    private static string Explain(HttpRequestException failure) => failure.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "the name of the server is unknown",
        HttpRequestError.ConnectionError => $"no connection ({failure.InnerException?.Message ?? failure.Message})",
        HttpRequestError.SecureConnectionError => $"no secure connection ({failure.InnerException?.Message ?? failure.Message})",
        _ => failure.Message,
    };
}
