namespace Resumai.Server.Conventions;

/// <summary>
/// Every GET answers HEAD: the same endpoint runs, and Kestrel, which knows the method that was sent, leaves the body away.
/// </summary>
public sealed class HeadAsGet(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (HttpMethods.IsHead(http.Request.Method))
        {
            http.Items[typeof(HeadAsGet)] = true;
            http.Request.Method = HttpMethods.Get;
        }
        return next(http);
    }

    /// <summary>The method as it was sent.</summary>
    public static string SentMethod(HttpContext http) =>
        http.Items.ContainsKey(typeof(HeadAsGet)) ? HttpMethods.Head : http.Request.Method;
}
