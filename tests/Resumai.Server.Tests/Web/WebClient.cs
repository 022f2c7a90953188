using System.Net;
using System.Text.RegularExpressions;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Web;

/// <summary>A signed-in session without a browser: what pages and forms answer.</summary>
internal sealed partial class WebClient : IDisposable
{
    private readonly HttpClient _http;

    private WebClient(HttpClient http) => _http = http;

    public static Task<WebClient> SignInAsync(ResumaiApp app, string email, string language = "en") => SignInAsync(app.Address, email, language);

    public static async Task<WebClient> SignInAsync(Uri server, string email, string language = "en")
    {
        var client = new WebClient(new HttpClient(new Cookies { InnerHandler = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false } }) { BaseAddress = server });
        client._http.DefaultRequestHeaders.Add("Accept", "text/html");
        client._http.DefaultRequestHeaders.Add("Accept-Language", language);
        (await client.PostAsync("/sign-in", "/sign-in", ("_handler", "sign-in"), ("Given.Email", email), ("Given.Password", WebUsers.Password))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return client;
    }

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(path);

    /// <summary>Sends a form with the token of a page.</summary>
    public async Task<HttpResponseMessage> PostAsync(string page, string path, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await _http.GetStringAsync(page)).Groups["value"].Value;
        return await _http.PostAsync(path, new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))]));
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Sends secure cookies to this machine over HTTP too, as browsers do.</summary>
    private sealed class Cookies : DelegatingHandler
    {
        private readonly Dictionary<string, string> _kept = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (_kept.Count > 0) request.Headers.Add("Cookie", string.Join("; ", _kept.Select(c => $"{c.Key}={c.Value}")));
            var response = await base.SendAsync(request, cancellationToken);
            foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                var parts = cookie.Split(';')[0].Split('=', 2);
                _kept[parts[0]] = parts[1];
            }
            return response;
        }
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="(?<value>[^"]+)""", RegexOptions.None, 1000)]
    private static partial Regex Token();
}
