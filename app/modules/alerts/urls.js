// The addresses of the alerts.

/** @type {import("../../urls.js").Url[]} */
export const urls = [{ path: "commission/alerts", door: "my", file: "modules/alerts/routes/my/alerts.tsx" }];
