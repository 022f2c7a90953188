// The live reference: Scalar over our OpenAPI document. It asks this server alone: no fonts, no proxy, no telemetry, nothing that belongs to an account at Scalar.
(() => {
  const reference = document.getElementById('reference');
  Scalar.createApiReference(reference, {
    url: reference.dataset.document,
    // A request carries the key that was typed and nothing of the session.
    customFetch: (input, init) => fetch(input, { ...init, credentials: 'omit' }),
    authentication: { preferredSecurityScheme: 'bearer' },
    persistAuth: false,
    forceDarkModeState: document.documentElement.dataset.theme,
    hideDarkModeToggle: true,
    withDefaultFonts: false,
    telemetry: false,
    hideClientButton: true,
    defaultOpenAllTags: true,
    showDeveloperTools: 'never',
    documentDownloadType: 'none',
    agent: { disabled: true },
    mcp: { disabled: true },
  });
})();
