namespace Resumai.Server.Accounts;

public static class Tier
{
    public const string Free = "free";
    public const string Paid = "paid";

    public static IReadOnlyList<string> All { get; } = [Free, Paid];
}
