// The addresses of mandates.

/** @type {import("../../urls.js").Url[]} */
export const urls = [
  { path: "elections/:electionId/mandates", door: "open", file: "modules/mandates/routes/open/delegations.tsx" },
  { path: "my/mandates", door: "my", file: "modules/mandates/routes/my/mandates.tsx" },
  { path: "my/mandates/:handle", door: "my", file: "modules/mandates/routes/my/history.tsx" },
  { path: "staff/elections/:electionId/mandates", door: "staff", file: "modules/mandates/routes/staff/rules.tsx" },
];
