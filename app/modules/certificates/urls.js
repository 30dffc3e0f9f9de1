// The addresses of certificates.

/** @type {import("../../urls.js").Url[]} */
export const urls = [
  { path: "elections/:electionId/result", door: "open", file: "modules/certificates/routes/open/result.tsx" },
  { path: "elections/:electionId/bundle", door: "open", file: "modules/certificates/routes/open/bundle.ts" },
  { path: "elections/:electionId/acta/:language", door: "open", file: "modules/certificates/routes/open/acta.ts" },
  {
    path: "commission/elections/:electionId/certificate",
    door: "my",
    file: "modules/certificates/routes/my/certificate.tsx",
  },
];
