using MudBlazor;

namespace Resumai.Server.Web.Layout;

/// <summary>How the app looks. Letters are those of the machine: nothing is fetched. Colours hold WCAG's contrast of 4.5 to 1 on their grounds.</summary>
internal static class Theme
{
    public const string Cookie = "resumai_theme";
    private static readonly string[] Letters = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "Liberation Sans", "sans-serif"];

    public static MudTheme Look { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#1d4ed8", Secondary = "#0f766e", Tertiary = "#6d28d9", Info = "#0369a1", Success = "#15803d", Warning = "#b45309", Error = "#b91c1c",
            Background = "#f6f7f9", Surface = "#ffffff", AppbarBackground = "#ffffff", AppbarText = "#1f2937",
            TextPrimary = "#1f2937", TextSecondary = "#4b5563", TextDisabled = "#6b7280", ActionDefault = "#4b5563", LinesDefault = "#d8dce2", LinesInputs = "#6b7280", TableLines = "#e2e5ea",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#8ab4ff", PrimaryContrastText = "#0b1220", Secondary = "#5eead4", SecondaryContrastText = "#0b1220", Tertiary = "#c4b5fd", Info = "#7dd3fc", Success = "#86efac",
            Warning = "#fcd34d", Error = "#fca5a5", ErrorContrastText = "#0b1220", Background = "#0f141b", Surface = "#171e27", AppbarBackground = "#171e27", AppbarText = "#e5e9ef",
            TextPrimary = "#e5e9ef", TextSecondary = "#b3bcc8", TextDisabled = "#8d98a6", ActionDefault = "#b3bcc8", LinesDefault = "#313b47", LinesInputs = "#8d98a6", TableLines = "#2a333e",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Letters },
            H1 = new H1Typography { FontFamily = Letters, FontSize = "1.6rem", FontWeight = "650", LineHeight = "1.3" },
            H2 = new H2Typography { FontFamily = Letters, FontSize = "1.15rem", FontWeight = "650", LineHeight = "1.4" },
            Button = new ButtonTypography { FontFamily = Letters, TextTransform = "none", FontWeight = "600" },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px" },
    };

    /// <summary>What was chosen; light until then.</summary>
    public static bool IsDark(HttpRequest request) => request.Cookies[Cookie] == "dark";
}
