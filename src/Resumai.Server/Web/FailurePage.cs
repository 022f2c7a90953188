using System.Net;
using System.Text;
using Resumai.Server.Conventions;
using Resumai.Server.Web.Layout;
using Resumai.Server.Web.Texts;

namespace Resumai.Server.Web;

/// <summary>What a browser shows when a page fails. It needs nothing that could have failed: no database, no component, no script.</summary>
internal static class FailurePage
{
    /// <summary>Whether somebody looks at a page: never for an address of the API, whose answers are for programs.</summary>
    public static bool IsWanted(HttpContext http) =>
        !http.Request.Path.StartsWithSegments(ServerHost.ApiPath) && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    public static Task WriteAsync(HttpContext http, int status)
    {
        var texts = AppTexts.In(Language.Of(http.Request));
        // A form that was open too long, or in two windows of two people, is the usual reason of 400.
        var kind = status switch { 400 => "form", 401 or 403 or 404 or 405 => "gone", 503 => "away", < 500 => "request", _ => "broken" };
        var (title, text, again) = (Html(texts.Of("failure_title", kind)), Html(texts.Of("failure_text", kind)), Html(texts["layout.reload"]));
        var (start, number, path) = (Html(texts["not_found.start"]), Html(texts["failure.request", RequestIds.Of(http)]), Html(WebPaths.Local(http.Request.Path.Value)));
        var look = Theme.IsDark(http.Request) ? "dark" : "light";
        var page = $$"""
            <!DOCTYPE html>
            <html lang="{{texts.Language}}">
            <head>
            <meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" /><title>{{title}} · Resumai</title>
            <style>
            :root { color-scheme: {{look}}; }
            body { font-family: system-ui, sans-serif; line-height: 1.5; max-width: 32rem; margin: 4rem auto; padding: 0 1rem; }
            a { color: LinkText; }
            </style>
            </head>
            <body><main>
            <h1>{{title}}</h1>
            <p>{{text}}</p>
            <p><a href="{{path}}">{{again}}</a> · <a href="/">{{start}}</a></p>
            <p><small>{{number}}</small></p>
            </main></body>
            </html>
            """;
        var body = Encoding.UTF8.GetBytes(page);
        var response = http.Response;
        (response.StatusCode, response.ContentType, response.ContentLength) = (status, "text/html; charset=utf-8", body.Length);
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body).AsTask();
    }

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
